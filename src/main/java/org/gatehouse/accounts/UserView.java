package org.gatehouse.accounts;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.permissions.RoleView;
import org.gatehouse.platform.JsonValues;

/** How a user looks in an answer: never with a password or a code, with the role only for those who may see roles. */
final class UserView {

    private UserView() {
    }

    static JsonObject of(User user, UserAttributes attributes) {
        return object(fields(user, attributes));
    }

    static JsonObject withRole(User user, UserAttributes attributes) {
        var fields = fields(user, attributes);
        addRole(fields, user);
        return object(fields);
    }

    /** What a query asks to be shown; the operator's own attributes belong to all fields. */
    static JsonObject of(User user, UserAttributes attributes, ListQuery query) {
        var fields = fields(user, attributes);
        if (!query.fields().equals(QueryFields.namesOfUser())) {
            fields.keySet().retainAll(query.fields());
        }
        if (query.withRole()) {
            addRole(fields, user);
        }
        return object(fields);
    }

    private static Map<String, JsonValue> fields(User user, UserAttributes attributes) {
        var fields = new LinkedHashMap<String, JsonValue>();
        fields.put("id", JsonValues.number(user.id()));
        fields.put("documentId", JsonValues.text(user.documentId()));
        fields.put("username", JsonValues.text(user.username()));
        fields.put("email", user.email().<JsonValue>map(JsonValues::text).orElse(JsonValue.NULL));
        fields.put("provider", JsonValues.text(user.provider()));
        fields.put("confirmed", user.isConfirmed() ? JsonValue.TRUE : JsonValue.FALSE);
        fields.put("blocked", user.isBlocked() ? JsonValue.TRUE : JsonValue.FALSE);
        fields.put("createdAt", JsonValues.time(user.createdAt()));
        fields.put("updatedAt", JsonValues.time(user.updatedAt()));
        fields.put("publishedAt", JsonValues.time(user.publishedAt()));
        fields.putAll(attributes.shown(user));
        return fields;
    }

    private static void addRole(Map<String, JsonValue> fields, User user) {
        fields.put("role", user.role().<JsonValue>map(RoleView::of).orElse(JsonValue.NULL));
    }

    private static JsonObject object(Map<String, JsonValue> fields) {
        var object = JsonValues.object();
        fields.forEach(object::add);
        return object.build();
    }
}
