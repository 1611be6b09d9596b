package org.gatehouse.graphql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.accounts.UserAdministration;
import org.gatehouse.accounts.UsersResource;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Validation;

/** What may be asked and done about users. */
@Singleton
class UserOperations {

    private final UserAdministration users;
    private final Roles roles;

    @Inject
    UserOperations(UserAdministration users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    List<Operation> queries() {
        return List.of(
                of("me", "me", arguments -> JavaValues.of(users.me(arguments.caller()))),
                of("usersPermissionsUser", "findOne", arguments ->
                        orNull(users.findOne(arguments.text("documentId"), UserQuery.ofOne()))),
                of("usersPermissionsUsers", "find", arguments -> list(UserQuery.of(arguments.all()))),
                of("usersPermissionsUsers_connection", "find", arguments -> connection(UserQuery.of(arguments.all()))));
    }

    List<Operation> mutations() {
        return List.of(
                of("createUsersPermissionsUser", "create", arguments ->
                        response(Optional.of(users.create(data(arguments))))),
                of("updateUsersPermissionsUser", "update", arguments ->
                        response(Optional.of(users.change(arguments.text("id"), data(arguments))))),
                of("deleteUsersPermissionsUser", "delete", arguments -> response(users.delete(id(arguments.all())))));
    }

    private List<Map<String, Object>> list(UserQuery query) {
        return users.find(query.input()).stream().map(JavaValues::of).toList();
    }

    private Map<String, Object> connection(UserQuery query) {
        return Map.of("nodes", list(query), "pageInfo", query.pageInfo(users.count(query.input())));
    }

    /** What is to be stored, with the number of the role where it is named by its document id. */
    private Input data(Arguments arguments) {
        var data = arguments.of("data");
        var role = data.text("role").map(roles::existing);
        return role.isEmpty() ? data : new Input(JsonValues.object((JsonObject) data.value())
                .add("role", role.get().id()).build());
    }

    private static String id(Input input) {
        var id = input.text("documentId").or(() -> input.text("id"));
        var check = Validation.of(input);
        if (id.isEmpty()) {
            check.missing("id");
        }
        check.finish();
        return id.orElseThrow();
    }

    private static Map<String, Object> response(Optional<JsonObject> user) {
        var response = new HashMap<String, Object>();
        response.put("data", orNull(user));
        return response;
    }

    private static Map<String, Object> orNull(Optional<JsonObject> user) {
        return user.map(JavaValues::of).orElse(null);
    }

    private static Operation of(String name, String method, Function<Arguments, Object> work) {
        return Operation.of(name, UsersResource.class, method, work);
    }
}
