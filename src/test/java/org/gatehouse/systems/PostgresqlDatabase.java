package org.gatehouse.systems;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** A PostgreSQL server process of its own, with a database that belongs to a user who is no administrator. */
final class PostgresqlDatabase extends Database {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Logger LAUNCHER = Logger.getLogger("io.zonky.test.db.postgres");

    static {
        // It reports every step of a start. The field keeps the logger, and with it the level, from being collected.
        LAUNCHER.setLevel(Level.WARNING);
    }

    private final int port = Ports.free();
    private final String name = "postgresql-" + COUNT.incrementAndGet();
    private final Path data = Project.directory("postgresql").resolve(name);
    private final Datasource datasource = new Datasource("datasource-postgresql.asadmin",
            "jdbc:postgresql://127.0.0.1:" + port + "/gatehouse", "gatehouse", UUID.randomUUID().toString(),
            List.of(driver()));
    private EmbeddedPostgres server;
    private boolean created;

    @Override
    public void start() {
        if (!created) {
            Project.delete(data);
        }
        Redirect log = Redirect.appendTo(Project.directory("server-logs").resolve(name + ".log").toFile());
        try {
            server = EmbeddedPostgres.builder()
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPort(port)
                    .setOverrideWorkingDirectory(Project.directory("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .start();
            if (!created) {
                create();
                created = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Datasource datasource() {
        return datasource;
    }

    private void create() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
             Statement statement = connection.createStatement()) {
            statement.execute("create role gatehouse login password '" + datasource.password() + "'");
            statement.execute("create database gatehouse owner gatehouse");
        }
    }

    private static Path driver() {
        try {
            return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
