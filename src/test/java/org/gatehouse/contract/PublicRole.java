package org.gatehouse.contract;

import java.util.List;
import org.gatehouse.systems.Gatehouse;

/** What people may do who have not signed in. */
final class PublicRole {

    private static final String TYPE = "public";
    private static final String PREFIX = "plugin::users-permissions.";

    private final Gatehouse gatehouse;
    private List<String> taken = List.of();

    PublicRole(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    void may(String action) {
        gatehouse.grant(TYPE, PREFIX + action);
    }

    void mayNot(String action) {
        gatehouse.revoke(TYPE, PREFIX + action);
    }

    void mayDoNothing() {
        String actions = gatehouse.database().queryForString("select string_agg(p.action, ',')"
                + " from gatehouse_permission p join gatehouse_role r on p.role_id = r.id where r.type = ?", TYPE);
        taken = List.of(actions.split(","));
        taken.forEach(action -> gatehouse.revoke(TYPE, action));
    }

    void mayDoWhatItMightBefore() {
        taken.forEach(action -> gatehouse.grant(TYPE, action));
    }
}
