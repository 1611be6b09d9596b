package org.gatehouse.permissions;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Starting;
import org.gatehouse.spi.CompanyActions;

/**
 * The actions there are: those that our own resource methods name, and those that the company's applications register. In
 * a permission tree an action {@code plugin::users-permissions.user.me} stands at {@code plugin::users-permissions /
 * controllers / user / me}.
 */
@Singleton
class ActionCatalogue {

    private final Set<String> own;
    private final Instance<CompanyActions> companys;
    private final Settings settings;
    private volatile Set<String> ofBeans = Set.of();

    @Inject
    ActionCatalogue(BeanManager beans, Instance<CompanyActions> companys, Settings settings) {
        this.companys = companys;
        this.settings = settings;
        own = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Action.class))
                .map(method -> Action.PREFIX + method.getAnnotation(Action.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    void start(@Observes @Priority(Starting.ROOMS) Starting event) {
        try {
            ofBeans = companys.stream().flatMap(company -> company.actions().stream()).map(ActionName::ofCompany)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The actions of a CompanyActions bean must look like api::order.order.find,"
                    + " but there is " + e.getMessage(), e);
        }
    }

    boolean has(String action) {
        return own.contains(action) || ofBeans.contains(action)
                || settings.get(PermissionSettings.ACTIONS).contains(action);
    }

    /** The tree of all actions, those among the granted ones enabled. */
    JsonObject tree(Set<String> granted) {
        var plugins = new TreeMap<String, TreeMap<String, TreeMap<String, Boolean>>>();
        Stream.of(own, ofBeans, settings.get(PermissionSettings.ACTIONS), granted).flatMap(Collection::stream).distinct()
                .map(ActionName::parse).forEach(name -> plugins
                .computeIfAbsent(name.owner(), owner -> new TreeMap<>())
                .computeIfAbsent(name.controller(), controller -> new TreeMap<>())
                .put(name.action(), granted.contains(name.toString())));
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
}
