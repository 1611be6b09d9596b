package org.gatehouse.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Locale;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to the schema of this version before anything reads it. Nodes that start together wait for each
 * other. Where a DBA runs the scripts instead, this only checks that they have been run.
 */
@Singleton
class Migration {

    static final String DATA_SOURCE = "jdbc/gatehouse";

    private static final Logger LOG = System.getLogger(Migration.class.getName());

    private final Settings settings;

    @Inject
    Migration(Settings settings) {
        this.settings = settings;
    }

    void migrate(@Observes @Priority(Starting.DATABASE) Starting event) {
        var dataSource = dataSource();
        var flyway = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + vendor(dataSource))
                .table("gatehouse_schema_history")
                .baselineOnMigrate(true) // a company's schema may have tables of its own
                .baselineVersion("0")
                .load();
        try {
            if (settings.get(PlatformSettings.MIGRATE)) {
                var result = flyway.migrate();
                LOG.log(Level.INFO, "Database schema {0}, {1} migrations run now", result.targetSchemaVersion,
                        result.migrationsExecuted);
            } else {
                flyway.validate();
            }
        } catch (FlywayException e) {
            throw new IllegalStateException("The database schema could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new IllegalStateException("There is no datasource " + DATA_SOURCE + ". Create it in the server, or run"
                    + " the datasource script of server-config for your server.", e);
        }
    }

    private static String vendor(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return switch (product) {
                case "h2", "postgresql", "mariadb" -> product;
                default -> throw new IllegalStateException("The datasource " + DATA_SOURCE + " is a " + product
                        + " database; Gatehouse works with PostgreSQL, MariaDB and H2");
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The database behind " + DATA_SOURCE + " cannot be reached: " + e.getMessage(),
                    e);
        }
    }
}
