package org.gatehouse.permissions;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;

/** Reads the tree in which a client sends the permissions of a role. */
final class PermissionTree {

    private PermissionTree() {
    }

    /**
     * The actions that the tree enables.
     *
     * @param known which actions may be enabled
     * @throws ApiException if it is no such tree, or enables another action
     */
    static Set<String> enabled(JsonValue tree, Predicate<String> known) {
        var enabled = new TreeSet<String>();
        object(tree).forEach((plugin, controllers) ->
                object(object(controllers).get("controllers")).forEach((controller, actions) ->
                        object(actions).forEach((action, leaf) -> {
                            if (object(leaf).get("enabled") == JsonValue.TRUE) {
                                enabled.add(existing(new ActionName(plugin, controller, action), known));
                            }
                        })));
        return enabled;
    }

    private static String existing(ActionName name, Predicate<String> known) {
        if (!known.test(name.toString())) {
            throw refusal("There is no action " + name);
        }
        return name.toString();
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw refusal("permissions must be a tree such as"
                + " {\"plugin::users-permissions\":{\"controllers\":{\"user\":{\"me\":{\"enabled\":true}}}}}");
    }

    private static ApiException refusal(String message) {
        return new ApiException(ErrorName.VALIDATION, message, JsonValue.EMPTY_JSON_OBJECT);
    }
}
