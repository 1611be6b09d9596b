package org.gatehouse.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The database that a Strapi of version 4 or 5 writes to. It is only read, page by page along the primary key, so that
 * neither a transaction nor a connection stays open while accounts are stored here.
 */
final class StrapiDatabase implements StrapiSource {

    private static final int PAGE = 500;
    /** Names of other schemes, such as ldap, would lead out of the server. */
    private static final Pattern NAME = Pattern.compile("(?:java:)?[A-Za-z0-9_./-]+");

    private final DataSource dataSource;
    /** The tables there are, by their names in lower case. */
    private final Map<String, String> tables;

    private StrapiDatabase(DataSource dataSource, Map<String, String> tables) {
        this.dataSource = dataSource;
        this.tables = tables;
    }

    static StrapiDatabase open(String name) {
        if (!NAME.matcher(name).matches() || !(lookedUp(name) instanceof DataSource dataSource)) {
            throw new CannotImport(name + " names no datasource");
        }
        var found = new StrapiDatabase(dataSource, tables(dataSource));
        List.of("up_users", "up_roles", "up_permissions").forEach(found::require);
        return found;
    }

    private static Object lookedUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new CannotImport("there is no datasource " + name + " on this node", e);
        }
    }

    @Override
    public List<SourceRow> roles(ImportProgress progress) {
        var rows = new ArrayList<SourceRow>();
        read("up_roles", "", rows::add, progress);
        return rows;
    }

    @Override
    public List<SourceRow> permissions(ImportProgress progress) {
        var rows = new ArrayList<SourceRow>();
        read("up_permissions", "permission_id", rows::add, progress);
        return rows;
    }

    @Override
    public void users(Consumer<SourceRow> consumer, ImportProgress progress) {
        read("up_users", "user_id", consumer, progress);
    }

    private void read(String table, String linkedBy, Consumer<SourceRow> consumer, ImportProgress progress) {
        var query = query(table, linkedBy);
        var last = -1L;
        for (var page = page(query, last); !page.isEmpty(); page = page(query, last)) {
            for (var row : page) {
                progress.tick();
                consumer.accept(row);
                last = row.id();
            }
        }
    }

    /** One row each, even of somebody who is linked twice; version 5 calls links {@code _lnk}, version 4 {@code _links}. */
    private String query(String table, String linkedBy) {
        var role = linkedBy.isEmpty() ? "null" : "(select min(l.role_id) from " + require(table + "_role_lnk",
                table + "_role_links") + " l where l." + linkedBy + " = t.id)";
        return "select t.*, " + role + " as " + DatabaseRow.ROLE + " from " + require(table) + " t where t.id > ? order by t.id limit "
                + PAGE;
    }

    private String require(String... names) {
        for (var name : names) {
            if (tables.containsKey(name)) {
                return tables.get(name);
            }
        }
        throw new CannotImport("there is no table " + String.join(" or ", names) + "; is it the database of a Strapi 4 or 5,"
                + " and may its user read it?");
    }

    private static Map<String, String> tables(DataSource dataSource) {
        var tables = new TreeMap<String, String>();
        try (var connection = dataSource.getConnection();
                var found = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%",
                        new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                tables.put(name.toLowerCase(Locale.ROOT), name);
            }
            return tables;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private List<SourceRow> page(String query, long after) {
        try (var connection = dataSource.getConnection()) {
            return page(connection, query, after);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static List<SourceRow> page(Connection connection, String query, long after) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setLong(1, after);
            try (var rows = statement.executeQuery()) {
                var page = new ArrayList<SourceRow>();
                while (rows.next()) {
                    page.add(DatabaseRow.read(rows));
                }
                return page;
            }
        }
    }

    /** It may only be away for a while, so this does not end the import. */
    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("Strapi's database cannot be read: " + e.getMessage(), e);
    }
}
