package org.gatehouse.journeys;

import java.util.List;
import org.gatehouse.systems.Database;

/** The tables that Strapi keeps users in, as far as they matter, beside those of Gatehouse; gone after the test. */
record StrapiTables(Database database, String links) implements AutoCloseable {

    /**
     * Makes them.
     *
     * @param links   how the names of tables of links end: {@code _links} in version 4, {@code _lnk} in version 5
     * @param columns what users have besides what those of version 4 have
     */
    StrapiTables(Database database, String links, String columns) {
        this(database, links);
        create("up_roles", "id integer primary key, name varchar(255), description varchar(255), type varchar(255)");
        create("up_permissions", "id integer primary key, action varchar(255)");
        create("up_users", "id integer primary key, " + columns + " username varchar(255), email varchar(255),"
                + " provider varchar(255), password varchar(255), confirmed boolean, blocked boolean,"
                + " created_at timestamp(6), updated_at timestamp(6)");
        create("up_users_role" + links, "user_id integer, role_id integer");
        create("up_permissions_role" + links, "permission_id integer, role_id integer");
    }

    void insert(String row) {
        database.update("insert into " + row);
    }

    @Override
    public void close() {
        List.of("up_roles", "up_permissions", "up_users", "up_users_role" + links, "up_permissions_role" + links)
                .forEach(table -> database.update("drop table " + table));
    }

    private void create(String table, String columns) {
        database.update("create table " + table + " (" + columns + ")");
    }
}
