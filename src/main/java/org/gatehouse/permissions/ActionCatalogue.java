package org.gatehouse.permissions;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.JsonValues;

/**
 * The actions there are: those that our own resource methods name. In a permission tree an action {@code
 * plugin::users-permissions.user.me} stands at {@code plugin::users-permissions / controllers / user / me}.
 */
@Singleton
class ActionCatalogue {

    private final Set<String> actions;

    @Inject
    ActionCatalogue(BeanManager beans) {
        actions = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Action.class))
                .map(method -> Action.PREFIX + method.getAnnotation(Action.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean has(String action) {
        return actions.contains(action);
    }

    /** The tree of all actions, those among the granted ones enabled. */
    JsonObject tree(Set<String> granted) {
        var plugins = new TreeMap<String, TreeMap<String, TreeMap<String, Boolean>>>();
        Stream.concat(actions.stream(), granted.stream()).distinct().map(Uid::parse).forEach(uid -> plugins
                .computeIfAbsent(uid.plugin, plugin -> new TreeMap<>())
                .computeIfAbsent(uid.controller, controller -> new TreeMap<>())
                .put(uid.action, granted.contains(uid.toString())));
        var tree = JsonValues.object();
        plugins.forEach((plugin, controllers) -> {
            var all = JsonValues.object();
            controllers.forEach((controller, enabled) -> {
                var leaves = JsonValues.object();
                enabled.forEach((action, isEnabled) ->
                        leaves.add(action, JsonValues.object().add("enabled", isEnabled).add("policy", "")));
                all.add(controller, leaves);
            });
            tree.add(plugin, JsonValues.object().add("controllers", all));
        });
        return tree.build();
    }

    /** The three parts of an action's name. */
    record Uid(String plugin, String controller, String action) {

        static Uid parse(String uid) {
            var last = uid.lastIndexOf('.');
            var middle = uid.lastIndexOf('.', last - 1);
            return new Uid(uid.substring(0, middle), uid.substring(middle + 1, last), uid.substring(last + 1));
        }

        @Override
        public String toString() {
            return plugin + "." + controller + "." + action;
        }
    }
}
