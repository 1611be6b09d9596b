package org.gatehouse.systems;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL server of its own. */
final class PostgresqlDatabase extends Database {

    @Override
    public void start() {
        throw new UnsupportedOperationException("PostgreSQL");
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("PostgreSQL");
    }

    @Override
    public Connection connect() throws SQLException {
        throw new UnsupportedOperationException("PostgreSQL");
    }

    @Override
    String datasourceScript() {
        return "datasource-postgresql.asadmin";
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
