package org.gatehouse.systems;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A session as it rests in the database, where time can pass without anybody waiting. */
public record StoredSession(Database database, String id) {

    private static final List<String> TIMES = List.of("login_at", "last_active_at", "idle_at", "expires_at");

    /** The one that this access token belongs to. */
    public static StoredSession of(Gatehouse gatehouse, String jwt) {
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(claims))) {
            return new StoredSession(gatehouse.database(), reader.readObject().getString("sid"));
        }
    }

    /** Lets that much time pass since anything happened to it. */
    public void passes(Duration time) {
        TIMES.forEach(column -> at(column, at(column).minus(time)));
    }

    /** Its end in any case comes then, whatever was agreed before. */
    public void endsIn(Duration time) {
        at("expires_at", Instant.now().plus(time));
    }

    /** When it is over unless it is used before. */
    public Instant idleAt() {
        return at("idle_at");
    }

    /** When it is over in any case. */
    public Instant expiresAt() {
        return at("expires_at");
    }

    /** Those of its refresh tokens that were exchanged were so this long ago. */
    public void exchangedItsTokens(Duration ago) {
        database.update("update gatehouse_refresh_token set used_at = ? where session_id = ? and used_at is not null",
                Timestamp.from(Instant.now().minus(ago)), id);
    }

    /** Takes it away, as the timer does that clears away what is over. */
    public void isGone() {
        database.update("delete from gatehouse_session where id = ?", id);
    }

    public boolean isThere() {
        return database.queryForLong("select count(*) from gatehouse_session where id = ?", id) == 1;
    }

    private Instant at(String column) {
        return Instant.ofEpochMilli(database.queryForLong("select cast(extract(epoch from " + column
                + ") * 1000 as bigint) from gatehouse_session where id = ?", id));
    }

    private void at(String column, Instant time) {
        database.update("update gatehouse_session set " + column + " = ? where id = ?", Timestamp.from(time), id);
    }
}
