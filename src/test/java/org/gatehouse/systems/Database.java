package org.gatehouse.systems;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A database server of the tests' own, empty at first and gone with the test JVM. The system property
 * {@code gatehouse.test.database} says which product: {@code h2} (default) or {@code postgresql}.
 */
public abstract sealed class Database permits H2Database, PostgresqlDatabase {

    /** A new one of the selected product, started. */
    public static Database selected() {
        String product = System.getProperty("gatehouse.test.database", "h2");
        Database database = switch (product) {
            case "h2" -> new H2Database();
            case "postgresql" -> new PostgresqlDatabase();
            default -> throw new IllegalArgumentException(
                    "gatehouse.test.database is \"" + product + "\", allowed are h2 and postgresql");
        };
        database.start();
        return database;
    }

    /** Ends it as an outage does: open connections break, what was committed stays. */
    public abstract void stop();

    /** Starts it again where it was: same port, same data. */
    public abstract void start();

    /** How a server reaches it. */
    public abstract Datasource datasource();

    public Connection connect() throws SQLException {
        Datasource datasource = datasource();
        return DriverManager.getConnection(datasource.url(), datasource.user(), datasource.password());
    }

    public int update(String sql, Object... arguments) {
        try (Connection connection = connect(); PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, or null if there is no row. */
    public String queryForString(String sql, Object... arguments) {
        try (Connection connection = connect();
             PreparedStatement statement = prepare(connection, sql, arguments);
             ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, which must be there. */
    public long queryForLong(String sql, Object... arguments) {
        String value = queryForString(sql, arguments);
        if (value == null) {
            throw new AssertionError("No row for: " + sql);
        }
        return Long.parseLong(value);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
