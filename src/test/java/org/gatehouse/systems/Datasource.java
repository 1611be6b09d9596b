package org.gatehouse.systems;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a server reaches a database.
 *
 * @param script name of the script below {@code server-config/payara-micro} for this product
 * @param url where the database is
 * @param libraries the JDBC driver, unless the server has it
 */
public record Datasource(String script, String url, String user, String password, List<Path> libraries) {

    /** H2, whose driver is part of Payara. */
    public static Datasource h2(String url) {
        return new Datasource("datasource-h2.asadmin", url, "sa", "", List.of());
    }

    Map<String, String> environment() {
        return Map.of("DATABASE_URL", url, "DATABASE_USER", user, "DATABASE_PASSWORD", password);
    }
}
