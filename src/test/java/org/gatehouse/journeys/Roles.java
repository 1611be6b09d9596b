package org.gatehouse.journeys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;

/** Roles of the tests' own, so that nobody touches the ones that all share. */
final class Roles {

    static final String ACTION = "plugin::users-permissions.";

    private Roles() {
    }

    /** Makes a role that allows these actions and answers its type. */
    static String create(Gatehouse gatehouse, String... actions) {
        var type = "role-" + UUID.randomUUID();
        var now = Timestamp.from(Instant.now());
        gatehouse.database().update("insert into gatehouse_role (document_id, name, type, created_at, updated_at)"
                + " values (?, ?, ?, ?, ?)", UUID.randomUUID().toString().substring(0, 24), type, type, now, now);
        for (var action : actions) {
            gatehouse.grant(type, ACTION + action);
        }
        return type;
    }

    static void give(Gatehouse gatehouse, Person person, String type) {
        gatehouse.database().update("update gatehouse_user set role_id = (select id from gatehouse_role where type = ?)"
                + " where username = ?", type, person.username());
    }

    static void take(Gatehouse gatehouse, Person person) {
        gatehouse.database().update("update gatehouse_user set role_id = null where username = ?", person.username());
    }
}
