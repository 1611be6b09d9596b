package org.gatehouse.graphql;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.permissions.Permissions;
import org.gatehouse.permissions.RoleAdministration;
import org.gatehouse.permissions.RoleView;
import org.gatehouse.permissions.Roles;
import org.gatehouse.permissions.RolesResource;
import org.gatehouse.platform.Input;

/** What may be asked and done about roles. */
@Singleton
class RoleOperations {

    private static final Map<String, Object> DONE = Map.of("ok", true);

    private final Roles roles;
    private final RoleAdministration administration;
    private final Permissions permissions;

    @Inject
    RoleOperations(Roles roles, RoleAdministration administration, Permissions permissions) {
        this.roles = roles;
        this.administration = administration;
        this.permissions = permissions;
    }

    List<Operation> queries() {
        return List.of(
                of("usersPermissionsRole", "findOne", arguments ->
                        JavaValues.of(RoleView.of(roles.existing(arguments.text("documentId"))))),
                of("usersPermissionsRoles", "find", arguments ->
                        roles.all().stream().map(RoleView::of).map(JavaValues::of).toList()));
    }

    List<Operation> mutations() {
        return List.of(
                done("createUsersPermissionsRole", "create", arguments -> administration.create(form(arguments))),
                done("updateUsersPermissionsRole", "update", arguments ->
                        administration.change(roles.existing(arguments.text("id")), form(arguments))),
                done("deleteUsersPermissionsRole", "delete", arguments ->
                        administration.delete(roles.existing(arguments.text("id")))));
    }

    /** What a role allows, which only those see who may look at a single role. */
    Operation permissions() {
        return of("permissions", "findOne", arguments -> permissions(arguments.environment()));
    }

    /** However many users of an answer have the role, it is read once. */
    private List<Map<String, Object>> permissions(DataFetchingEnvironment environment) {
        Map<String, Object> role = environment.getSource();
        var id = (String) role.get("documentId");
        return environment.getGraphQlContext().computeIfAbsent("permissions of " + id, key ->
                permissions.of(roles.existing(id)).stream().sorted()
                        .map(action -> Map.<String, Object>of("documentId", action, "action", action)).toList());
    }

    private static Input form(Arguments arguments) {
        return RoleForm.withTree(arguments.of("data"));
    }

    private static Operation done(String name, String method, Consumer<Arguments> work) {
        return of(name, method, arguments -> {
            work.accept(arguments);
            return DONE;
        });
    }

    private static Operation of(String name, String method, Function<Arguments, Object> work) {
        return Operation.of(name, RolesResource.class, method, work);
    }
}
