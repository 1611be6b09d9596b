package org.gatehouse.permissions;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.platform.JsonValues;

/** How a role looks in an answer. */
public final class RoleView {

    private RoleView() {
    }

    public static JsonObject of(Role role) {
        return builder(role).build();
    }

    static JsonObjectBuilder builder(Role role) {
        return JsonValues.object()
                .add("id", role.id())
                .add("documentId", role.documentId())
                .add("name", role.name())
                .add("description", role.description())
                .add("type", role.type())
                .add("createdAt", JsonValues.time(role.createdAt()))
                .add("updatedAt", JsonValues.time(role.updatedAt()))
                .add("publishedAt", JsonValues.time(role.createdAt()));
    }
}
