package org.gatehouse.graphql;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Validation;

/** What a client wants a role to be. It names the permissions as a list of actions; the use case takes a tree of them. */
final class RoleForm {

    private static final String PERMISSIONS = "permissions";
    private static final Pattern ACTION = Pattern.compile("(.+)\\.([^.]+)\\.([^.]+)");
    private static final Map<String, Object> ENABLED = Map.of("enabled", true);

    private RoleForm() {
    }

    /**
     * The same with a tree.
     *
     * @throws org.gatehouse.platform.ApiException if one of the actions has not the form of one
     */
    static Input withTree(Input form) {
        if (!(form.get(PERMISSIONS) instanceof JsonArray actions)) {
            return form;
        }
        var tree = new TreeMap<String, Map<String, Map<String, Object>>>();
        actions.forEach(action -> add(tree, action instanceof JsonString name ? name.getString() : "null", form));
        var wrapped = new HashMap<String, Object>();
        tree.forEach((owner, controllers) -> wrapped.put(owner, Map.of("controllers", controllers)));
        return new Input(JsonValues.object((JsonObject) form.value()).add(PERMISSIONS, JsonValues.ofMap(wrapped)).build());
    }

    private static void add(Map<String, Map<String, Map<String, Object>>> tree, String action, Input form) {
        var parts = ACTION.matcher(action);
        if (!parts.matches()) {
            Validation.of(form).refuse(PERMISSIONS, "There is no action " + action).finish();
        }
        tree.computeIfAbsent(parts.group(1), owner -> new TreeMap<>())
                .computeIfAbsent(parts.group(2), controller -> new TreeMap<>()).put(parts.group(3), ENABLED);
    }
}
