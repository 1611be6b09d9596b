package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and roles are looked at and changed over GraphQL by those who may. */
class GraphqlAdministrationIT {

    private static final String USER = "{ documentId username email confirmed blocked role { name type } createdAt }";
    private static final String LIST = "query ($filters: UsersPermissionsUserFiltersInput, $sort: [String],"
            + " $pagination: PaginationArg) { usersPermissionsUsers_connection(filters: $filters, sort: $sort,"
            + " pagination: $pagination) { nodes " + USER + " pageInfo { total page pageSize pageCount } } }";
    private static final String CREATE =
            "mutation ($data: UsersPermissionsUserInput!) { createUsersPermissionsUser(data: $data) { data " + USER + " } }";
    private static final String UPDATE = "mutation ($id: ID!, $data: UsersPermissionsUserInput!) {"
            + " updateUsersPermissionsUser(id: $id, data: $data) { data " + USER + " } }";
    private static final String ROLE = "mutation ($data: UsersPermissionsRoleInput!) {"
            + " createUsersPermissionsRole(data: $data) { ok } }";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Graphql administrator = new Graphql(Administrator.whoMay(gatehouse, "user.find", "user.findOne",
            "user.create", "user.update", "user.destroy", "role.find", "role.findOne", "role.createRole",
            "role.updateRole", "role.deleteRole"));
    private final Person ada = Person.anybody();

    @Test
    void aUserIsCreatedChangedFoundAndDeleted() {
        var created = data(administrator.get("createUsersPermissionsUser", CREATE,
                Map.of("data", form(ada, documentIdOf("authenticated")))));
        assertThat(created.getJsonObject("role").getString("type")).isEqualTo("authenticated");
        assertThat(created.getString("createdAt")).endsWith("Z");
        Expect.status(200, ada.loginAt(gatehouse));

        var id = created.getString("documentId");
        var changed = data(administrator.get("updateUsersPermissionsUser", UPDATE,
                Map.of("id", id, "data", Map.of("blocked", true))));
        assertThat(changed.getBoolean("blocked")).isTrue();
        assertThat(changed.getString("username")).isEqualTo(ada.username());

        var find = "query ($id: ID!) { usersPermissionsUser(documentId: $id) " + USER + " }";
        assertThat(administrator.get("usersPermissionsUser", find, Map.of("id", id))).isEqualTo(changed);

        var delete = "mutation ($id: ID!) { deleteUsersPermissionsUser(%s: $id) { data { username } } }";
        assertThat(data(administrator.get("deleteUsersPermissionsUser", delete.formatted("id"), Map.of("id", id)))
                .getString("username")).isEqualTo(ada.username());
        assertThat(administrator.get("deleteUsersPermissionsUser", delete.formatted("documentId"), Map.of("id", id)))
                .containsEntry("data", JsonValue.NULL);
        assertThat(Graphql.value("usersPermissionsUser", administrator.ask(find, Map.of("id", id))))
                .isEqualTo(JsonValue.NULL);
        Graphql.refused("User not found", "STRAPI_NOT_FOUND_ERROR",
                administrator.ask(UPDATE, Map.of("id", id, "data", Map.of("blocked", false))));
    }

    @Test
    void aUserThatNobodyNamesIsNotDeleted() {
        Graphql.refused("id is a required field", Graphql.BAD_INPUT,
                administrator.ask("mutation { deleteUsersPermissionsUser { data { username } } }"));
    }

    @Test
    void usersAreFilteredSortedAndPaged() {
        var prefix = "q" + UUID.randomUUID().toString().substring(0, 8);
        for (var name : List.of("c", "a", "b")) {
            Person.named(prefix + name).joins(gatehouse);
        }

        var connection = administrator.get("usersPermissionsUsers_connection", LIST, Map.of(
                "filters", Map.of("username", Map.of("startsWith", prefix)), "sort", List.of("username:desc"),
                "pagination", Map.of("page", 2, "pageSize", 2)));

        assertThat(connection.getJsonArray("nodes").getValuesAs(JsonObject.class))
                .extracting(user -> user.getString("username")).containsExactly(prefix + "a");
        assertThat(connection.getJsonObject("pageInfo")).hasToString(
                "{\"total\":3,\"page\":2,\"pageSize\":2,\"pageCount\":2}");

        assertThat(names(Map.of("and", List.of(startsWith(prefix), Map.of("or", List.of(
                Map.of("username", Map.of("in", List.of(prefix + "b"))), Map.of("email", Map.of("null", true))))))))
                .containsExactly(prefix + "b");
        assertThat(names(Map.of("and", List.of(startsWith(prefix), Map.of("not", Map.of("username",
                Map.of("endsWith", "a"))))))).containsExactly(prefix + "c", prefix + "b");
        assertThat(names(Map.of("username", Map.of("startsWith", prefix), "blocked", Map.of("eq", true)))).isEmpty();
        assertThat(names(Map.of("username", Map.of("startsWith", prefix), "role", Map.of("type",
                Map.of("eq", "authenticated"))))).hasSize(3);
        assertThat(names(Map.of("username", Map.of("startsWith", prefix), "createdAt", Map.of("gt", "2001-01-01"))))
                .hasSize(3);
    }

    @Test
    void whatAFilterCannotMeanIsRefused() {
        Graphql.refused("createdAt must be compared with a time such as 2026-01-01T00:00:00.000Z, or a date",
                Graphql.BAD_INPUT, administrator.ask(LIST,
                        Map.of("filters", Map.of("createdAt", Map.of("gt", "yesterday")))));
        Graphql.refused("Invalid key password", Graphql.BAD_INPUT,
                administrator.ask(LIST, Map.of("sort", List.of("password"))));
    }

    /** ASVS 8.2.3: no spelling of a query reaches what is private. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{ usersPermissionsUsers { password } }", "{ usersPermissionsUsers { resetPasswordToken } }",
        "{ usersPermissionsUsers { confirmationToken } }", "{ usersPermissionsUsers { passwordHash } }",
        "{ usersPermissionsUsers { ... on UsersPermissionsUser { password } } }",
        "{ me { password } }", "{ me { ... on UsersPermissionsUser { provider } } }",
        "{ usersPermissionsUsers(filters: {password: {startsWith: \"$2\"}}) { documentId } }",
        "{ usersPermissionsUsers(filters: {role: {users: {password: {startsWith: \"$2\"}}}}) { documentId } }",
        "{ usersPermissionsRoles { users { password } } }"})
    void whatIsPrivateDoesNotExist(String query) {
        Graphql.notBegun(Graphql.INVALID, administrator.ask(query));
    }

    @Test
    void aRoleIsCreatedChangedAndDeleted() {
        var name = "Role " + UUID.randomUUID();
        var me = Roles.ACTION + "user.me";
        administrator.get("createUsersPermissionsRole", ROLE, Map.of("data", Map.of("name", name, "permissions", List.of(me))));
        var id = roleNamed(name).getString("documentId");
        assertThat(actionsOf(id)).containsExactly(me);

        var update = "mutation ($id: ID!, $data: UsersPermissionsRoleInput!) {"
                + " updateUsersPermissionsRole(id: $id, data: $data) { ok } }";
        administrator.get("updateUsersPermissionsRole", update, Map.of("id", id, "data", Map.of("description", "New")));
        assertThat(roleNamed(name).getString("description")).isEqualTo("New");
        assertThat(actionsOf(id)).containsExactly(me); // not sent, so not changed

        administrator.get("updateUsersPermissionsRole", update, Map.of("id", id, "data", Map.of("permissions", List.of())));
        assertThat(actionsOf(id)).isEmpty();
        for (var unknown : List.of(Roles.ACTION + "user.fly", "fly", "..", "user.fly", ".user.fly")) {
            Graphql.refused("There is no action " + unknown, Graphql.BAD_INPUT, administrator.ask(update,
                    Map.of("id", id, "data", Map.of("permissions", List.of(unknown)))));
        }

        var delete = "mutation ($id: ID!) { deleteUsersPermissionsRole(id: $id) { ok } }";
        administrator.get("deleteUsersPermissionsRole", delete, Map.of("id", id));
        Graphql.refused("Role not found", "STRAPI_NOT_FOUND_ERROR", administrator.ask(delete, Map.of("id", id)));
        Graphql.refused("Cannot delete public role", "STRAPI_APPLICATION_ERROR",
                administrator.ask(delete, Map.of("id", documentIdOf("public"))));
    }

    @Test
    void aRoleWithoutANameIsRefused() {
        Graphql.refused("name is a required field", Graphql.BAD_INPUT,
                administrator.ask(ROLE, Map.of("data", Map.of("type", "x"))));
        Graphql.refused("Request body cannot be empty", Graphql.BAD_INPUT, administrator.ask(ROLE, Map.of("data", Map.of())));
    }

    private List<String> names(Map<String, ?> filters) {
        return administrator.get("usersPermissionsUsers_connection", LIST, Map.of("filters", filters))
                .getJsonArray("nodes").getValuesAs(JsonObject.class).stream().map(user -> user.getString("username")).toList();
    }

    private List<String> actionsOf(String role) {
        return administrator.get("usersPermissionsRole",
                        "query ($id: ID!) { usersPermissionsRole(documentId: $id) { permissions { documentId action } } }",
                        Map.of("id", role)).getJsonArray("permissions").getValuesAs(JsonObject.class).stream()
                .map(permission -> permission.getString("action")).toList();
    }

    private String documentIdOf(String roleType) {
        return roles().stream().filter(role -> role.getString("type").equals(roleType)).findFirst().orElseThrow()
                .getString("documentId");
    }

    private JsonObject roleNamed(String name) {
        return roles().stream().filter(role -> role.getString("name").equals(name)).findFirst().orElseThrow();
    }

    private List<JsonObject> roles() {
        return Graphql.value("usersPermissionsRoles",
                        administrator.ask("{ usersPermissionsRoles { documentId name type description } }"))
                .asJsonArray().getValuesAs(JsonObject.class);
    }

    private static Map<String, ?> startsWith(String prefix) {
        return Map.of("username", Map.of("startsWith", prefix));
    }

    private static Map<String, ?> form(Person person, String role) {
        return Map.of("username", person.username(), "email", person.email(), "password", person.password(), "role", role);
    }

    private static JsonObject data(JsonObject response) {
        return response.getJsonObject("data");
    }
}
