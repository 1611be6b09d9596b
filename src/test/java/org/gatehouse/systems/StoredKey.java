package org.gatehouse.systems;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** A signing key as it rests in the database, where time can pass without anybody waiting. */
public record StoredKey(Database database, String kid) {

    /** The one that was made last. */
    public static StoredKey newest(Database database) {
        return new StoredKey(database, database.queryForString(
                "select kid from gatehouse_signing_key order by created_at desc, activates_at desc"));
    }

    /** How many there are. */
    public static long count(Database database) {
        return database.queryForLong("select count(*) from gatehouse_signing_key");
    }

    /** It has been signing for that long. */
    public void hasSignedFor(Duration time) {
        at("activates_at", Instant.now().minus(time));
    }

    /** Its time to sign has come. */
    public void isDue() {
        at("activates_at", Instant.now());
    }

    /** The last of its tokens has expired. */
    public void hasNoTokensLeft() {
        at("tokens_until", Instant.now());
    }

    /** Takes it away, as an operator does when it has leaked. */
    public void isGone() {
        database.update("delete from gatehouse_signing_key where kid = ?", kid);
    }

    public boolean isThere() {
        return database.queryForLong("select count(*) from gatehouse_signing_key where kid = ?", kid) == 1;
    }

    private void at(String column, Instant time) {
        database.update("update gatehouse_signing_key set " + column + " = ? where kid = ?", Timestamp.from(time), kid);
    }
}
