package org.gatehouse.contract;

import java.util.List;
import org.gatehouse.systems.Gatehouse;

/** What people with one role may do. */
final class RolePermissions {

    private static final String PREFIX = "plugin::users-permissions.";

    private final Gatehouse gatehouse;
    private final String type;
    private List<String> taken = List.of();

    RolePermissions(Gatehouse gatehouse, String type) {
        this.gatehouse = gatehouse;
        this.type = type;
    }

    void may(String... actions) {
        List.of(actions).forEach(action -> gatehouse.grant(type, PREFIX + action));
    }

    void mayNot(String... actions) {
        List.of(actions).forEach(action -> gatehouse.revoke(type, PREFIX + action));
    }

    void mayDoNothing() {
        String actions = gatehouse.database().queryForString("select string_agg(p.action, ',')"
                + " from gatehouse_permission p join gatehouse_role r on p.role_id = r.id where r.type = ?", type);
        taken = List.of(actions.split(","));
        taken.forEach(action -> gatehouse.revoke(type, action));
    }

    void mayDoWhatItMightBefore() {
        taken.forEach(action -> gatehouse.grant(type, action));
    }
}
