package org.gatehouse.accounts;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * The role that a client names for a user: by number, by a number as text, or as the API writes relations, {@code
 * {"connect":[{"id":1}]}} or {@code {"set":[1]}}.
 */
final class RoleChoice {

    private RoleChoice() {
    }

    /** The id of the role; empty if the value names none. */
    static Optional<Long> id(JsonValue value) {
        if (value instanceof JsonNumber || value instanceof JsonString) {
            var text = value instanceof JsonString string ? string.getString() : value.toString();
            return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }
        if (value instanceof JsonArray list) {
            return list.size() == 1 ? id(list.get(0)) : Optional.empty();
        }
        if (value instanceof JsonObject object) {
            for (var relation : new String[] {"connect", "set", "id"}) {
                if (object.containsKey(relation)) {
                    return id(object.get(relation));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it takes the role away: {@code null}, or {@code {"disconnect":[…]}} without another. */
    static boolean removes(JsonValue value) {
        return value == JsonValue.NULL || value instanceof JsonObject object && !object.containsKey("connect")
                && (object.containsKey("disconnect") || isEmptyList(object.get("set")));
    }

    private static boolean isEmptyList(JsonValue value) {
        return value instanceof JsonArray list && list.isEmpty();
    }
}
