package org.gatehouse.journeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.gatehouse.systems.Gatehouse;

/** The one-time codes as they rest in the database. */
final class Codes {

    private Codes() {
    }

    /** Lets time pass for the person's codes: they expired a moment ago. */
    static void expire(Gatehouse gatehouse, Person person) {
        var past = Timestamp.from(Instant.now().minus(Duration.ofSeconds(1)));
        gatehouse.database().update("update gatehouse_one_time_code set expires_at = ? where subject = ?", past,
                Long.toString(person.idAt(gatehouse)));
    }

    /** What is kept of the person's code. */
    static String stored(Gatehouse gatehouse, Person person) {
        return gatehouse.database().queryForString("select hash from gatehouse_one_time_code where subject = ?",
                Long.toString(person.idAt(gatehouse)));
    }

    /** How long the person's code works from now on. */
    static Duration lifetime(Gatehouse gatehouse, Person person) {
        return Duration.ofSeconds(gatehouse.database().queryForLong("select cast(extract(epoch from expires_at) as bigint)"
                + " from gatehouse_one_time_code where subject = ?", Long.toString(person.idAt(gatehouse)))
                - Instant.now().getEpochSecond());
    }

    static String sha256(String code) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
