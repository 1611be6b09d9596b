package org.gatehouse.providers;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Sha256;
import org.gatehouse.providers.protocol.AttemptSecrets;

/**
 * A login that has begun and not come back yet.
 *
 * @param callback the page of the front end that was asked for; null for the provider's own
 */
record Attempt(AttemptSecrets secrets, String callback, Instant begunAt) {

    private static final int ID_DIGITS = 16;

    /** Names the attempt without telling anything about it. */
    String id() {
        return Sha256.hex(secrets.state()).substring(0, ID_DIGITS);
    }

    /** As short as can be: it travels in a cookie. */
    String toText() {
        var parts = JsonValues.array();
        for (var part : new String[] {secrets.state(), secrets.nonce(), secrets.codeVerifier(), secrets.requestToken(),
                secrets.requestTokenSecret(), callback, Long.toString(begunAt.toEpochMilli())}) {
            parts.add(part == null ? JsonValue.NULL : JsonValues.text(part));
        }
        return parts.build().toString();
    }

    /** Reads what {@link #toText} wrote. */
    static Attempt parse(String text) {
        var parts = JsonValues.parse(text).asJsonArray().stream()
                .map(part -> part instanceof JsonString string ? string.getString() : null).toList();
        return new Attempt(new AttemptSecrets(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4)),
                parts.get(5), Instant.ofEpochMilli(Long.parseLong(parts.get(6))));
    }

    /** Never prints the secrets. */
    @Override
    public String toString() {
        return "Attempt " + id();
    }
}
