package org.gatehouse.journeys;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.systems.Database;

/**
 * Somebody to be found in a list, put straight into the database. Their numbers are below zero, where the server gives
 * none away.
 *
 * @param email may be null
 */
record ListedUser(long id, String username, String email, boolean confirmed, boolean blocked, Instant createdAt) {

    private static final String INSERT = "insert into gatehouse_user (id, document_id, username, email, provider,"
            + " password_hash, confirmed, blocked, created_at, updated_at, published_at)"
            + " values (?, ?, ?, ?, ?, 'none', ?, ?, ?, ?, ?)";

    ListedUser withId(long newId) {
        return new ListedUser(newId, username, email, confirmed, blocked, createdAt);
    }

    /** Stores them as the only ones of a provider. */
    static void store(Database database, String provider, List<ListedUser> users) {
        remove(database, provider);
        try (var connection = database.connect(); var insert = connection.prepareStatement(INSERT)) {
            for (var user : users) {
                user.bind(insert, provider);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void remove(Database database, String provider) {
        database.update("delete from gatehouse_user where provider = ?", provider);
    }

    private void bind(PreparedStatement insert, String provider) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, UUID.randomUUID().toString().substring(0, 24));
        insert.setString(3, username);
        insert.setString(4, email);
        insert.setString(5, provider);
        insert.setBoolean(6, confirmed);
        insert.setBoolean(7, blocked);
        for (var column = 8; column <= 10; column++) {
            insert.setTimestamp(column, Timestamp.from(createdAt));
        }
    }
}
