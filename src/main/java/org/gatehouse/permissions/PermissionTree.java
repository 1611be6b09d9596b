package org.gatehouse.permissions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;

/** Reads the tree, or the list of actions, in which a client sends the permissions of a role. */
final class PermissionTree {

    private PermissionTree() {
    }

    /**
     * The actions that it enables.
     *
     * @param known which actions may be enabled
     * @throws ApiException if it is neither, or enables another action
     */
    static Set<String> enabled(JsonValue tree, Predicate<String> known) {
        var enabled = new TreeSet<String>();
        if (tree instanceof JsonArray actions) {
            actions.forEach(action -> enabled.add(existing(
                    action instanceof JsonString name ? name.getString() : action.toString(), known)));
            return enabled;
        }
        object(tree).forEach((plugin, controllers) ->
                object(object(controllers).get("controllers")).forEach((controller, actions) ->
                        object(actions).forEach((action, leaf) -> {
                            if (object(leaf).get("enabled") == JsonValue.TRUE) {
                                enabled.add(existing(
                                        new ActionCatalogue.Uid(plugin, controller, action).toString(), known));
                            }
                        })));
        return enabled;
    }

    private static String existing(String action, Predicate<String> known) {
        if (!known.test(action)) {
            throw refusal("There is no action " + action);
        }
        return action;
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
