package org.gatehouse.hostile;

import java.util.List;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;

/** Somebody who may do everything, by a role that nobody else has. */
final class Administrator {

    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final List<String> ACTIONS = List.of("user.me", "user.find", "user.findOne", "user.count", "user.create",
            "user.update", "user.destroy", "role.find", "role.findOne", "role.createRole", "role.updateRole", "role.deleteRole",
            "permissions.getPermissions", "auth.changePassword");

    private Administrator() {
    }

    /** The header that proves it. */
    static String authorizationAt(Gatehouse gatehouse) {
        var unique = UUID.randomUUID().toString().substring(0, 12);
        var name = "admin" + unique;
        var answer = gatehouse.register(name, name + "@example.org", PASSWORD);
        var database = gatehouse.database();
        database.update("insert into gatehouse_role (document_id, name, type, created_at, updated_at)"
                + " values (?, ?, ?, current_timestamp, current_timestamp)", unique, name, name);
        ACTIONS.forEach(action -> gatehouse.grant(name, "plugin::users-permissions." + action));
        database.update("update gatehouse_user set role_id = (select id from gatehouse_role where type = ?) where username = ?",
                name, name);
        return "Authorization: Bearer " + answer.jwt();
    }
}
