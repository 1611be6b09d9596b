package org.gatehouse.importing;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be known of an export before its users can be read: roles, permissions, and who is linked to which role. */
final class ExportIndex {

    static final String PLUGIN = "plugin::users-permissions.";
    static final String USER = PLUGIN + "user";

    private static final String ROLE = PLUGIN + "role";
    private static final String PERMISSION = PLUGIN + "permission";
    private static final int MOST_ROLES = 1_000;
    private static final int MOST_PERMISSIONS = 20_000;

    private final Map<Long, SourceRow> roles = new LinkedHashMap<>();
    private final Map<Long, SourceRow> permissions = new LinkedHashMap<>();
    private final RoleLinks rolesOfPermissions = new RoleLinks();
    private final RoleLinks rolesOfUsers = new RoleLinks();

    /** Adds what stands in a line of entities or links, if it matters. */
    void add(JsonObject line) {
        if (line.containsKey("left")) {
            addLink(line.getJsonObject("left"), line.getJsonObject("right"));
            return;
        }
        switch (type(line)) {
            case ROLE -> add(roles, row(line), MOST_ROLES);
            case PERMISSION -> add(permissions, row(line), MOST_PERMISSIONS);
            default -> { // users are too many to be kept in memory
            }
        }
    }

    List<SourceRow> roles() {
        return List.copyOf(roles.values());
    }

    List<SourceRow> permissions() {
        return permissions.values().stream().map(row -> row.linkedTo(rolesOfPermissions.roleOf(row.id()))).toList();
    }

    RoleLinks rolesOfUsers() {
        return rolesOfUsers;
    }

    /** What an entity, or one side of a link, is; empty if it does not say. */
    static String type(JsonObject entity) {
        return entity.get("type") instanceof JsonString type ? type.getString() : "";
    }

    /** The entity in a line. */
    static SourceRow row(JsonObject line) {
        return SourceRow.of(number(line.get("id")), line.getJsonObject("data"), Optional.empty());
    }

    private void addLink(JsonObject left, JsonObject right) {
        if (!type(right).equals(ROLE) || !left.getString("field", "").equals("role")) {
            return;
        }
        switch (type(left)) {
            case USER -> link(rolesOfUsers, left, right);
            case PERMISSION -> link(rolesOfPermissions, left, right);
            default -> { // other content may have roles too
            }
        }
    }

    /** Rows of link tables may have lost one of their sides. */
    private static void link(RoleLinks links, JsonObject left, JsonObject right) {
        if (left.get("ref") == JsonValue.NULL || right.get("ref") == JsonValue.NULL) {
            return;
        }
        links.add(number(left.get("ref")), number(right.get("ref")));
    }

    private static void add(Map<Long, SourceRow> rows, SourceRow row, int most) {
        rows.put(row.id(), row);
        if (rows.size() > most) {
            throw new CannotImport("there are more than " + MOST_ROLES + " roles or " + MOST_PERMISSIONS + " permissions");
        }
    }

    /**
     * The number that names an entity.
     *
     * @throws ClassCastException if it is none
     */
    private static long number(JsonValue value) {
        var text = value instanceof JsonString string ? string.getString() : String.valueOf(value);
        if (!(value instanceof JsonNumber || value instanceof JsonString) || !text.matches("\\d{1,12}")) {
            throw new ClassCastException("a number is missing");
        }
        return Long.parseLong(text);
    }
}
