package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles are made, changed and deleted by those who may, and each change acts with the next request (ASVS 8.3.2). */
class RolesIT {

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Administrator administrator = Administrator.of(gatehouse);
    private final Person ada = Person.anybody();
    private final String name = "Role " + UUID.randomUUID();

    @Test
    void whatARoleAllowsActsWithTheNextRequest() {
        var token = ada.joins(gatehouse);
        var role = created(Map.of("name", name, "permissions", tree("user", "me", true)));
        Expect.status(200, administrator.changes(ada, Map.of("role", role)));
        Expect.status(200, gatehouse.me(token));

        administrator.changesRole(role, Map.of("permissions", tree("user", "me", false)));
        Expect.forbidden(gatehouse.me(token));

        administrator.changesRole(role, Map.of("permissions", tree("user", "me", true)));
        Expect.status(200, gatehouse.me(token));
    }

    @Test
    void aTreeThatIsReadAndWrittenBackChangesNothing() {
        var role = created(Map.of("name", name, "description", "for a while", "permissions", tree("user", "me", true)));
        var before = look(role);

        Expect.status(200, administrator.changesRole(role, before.toString()));

        assertThat(withoutTime(look(role))).isEqualTo(withoutTime(before));
    }

    @Test
    void whatIsNotSentStays() {
        var role = created(Map.of("name", name, "description", "for a while", "permissions", tree("user", "me", true)));
        var before = look(role);

        Expect.status(200, administrator.changesRole(role, Map.of("description", "for longer")));
        assertThat(look(role).getString("description")).isEqualTo("for longer");
        assertThat(look(role).get("permissions")).isEqualTo(before.get("permissions"));

        Expect.status(200, administrator.changesRole(role, Map.of("permissions", tree("user", "me", false))));
        assertThat(look(role).getString("name")).isEqualTo(name);
        assertThat(enabled(look(role), "user", "me")).isFalse();
    }

    @Test
    void permissionsThatAreSentAreAllThereAre() {
        var role = created(Map.of("name", name, "permissions", tree("user", "me", true)));

        Expect.status(200, administrator.changesRole(role, Map.of("permissions", tree("user", "count", true))));

        assertThat(enabled(look(role), "user", "count")).isTrue();
        assertThat(enabled(look(role), "user", "me")).isFalse();
    }

    @Test
    void anActionThatDoesNotExistIsRefusedAndNothingChanges() {
        var role = created(Map.of("name", name, "permissions", tree("user", "me", true)));
        var before = look(role);

        Expect.refusal(400, "There is no action plugin::users-permissions.user.fly",
                administrator.changesRole(role, Map.of("name", "Another", "permissions", tree("user", "fly", true))));
        Expect.refusal(400, "There is no action plugin::users-permissions.user.fly",
                administrator.createsRole(Map.of("name", name, "permissions", tree("user", "fly", true))));

        assertThat(look(role)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"all\"", "true", "{\"plugin::users-permissions\": true}",
        "{\"plugin::users-permissions\": {}}", "{\"plugin::users-permissions\": {\"controllers\": []}}",
        "{\"plugin::users-permissions\": {\"controllers\": {\"user\": {\"me\": true}}}}"})
    void whatIsNoTreeIsRefusedAndNothingChanges(String tree) {
        var role = created(Map.of("name", name, "permissions", tree("user", "me", true)));
        var before = look(role);

        var refused = Expect.status(400, administrator.changesRole(role, "{\"permissions\":" + tree + "}"));

        assertThat(refused.errorMessage()).startsWith("permissions must be a tree such as");
        assertThat(look(role)).isEqualTo(before);
    }

    @Test
    void aTypeBelongsToOneRoleAlone() {
        var type = "type-" + UUID.randomUUID();
        created(Map.of("name", name, "type", type));

        var refused = administrator.createsRole(Map.of("name", "Another", "type", type));

        Expect.refusal(400, "There is a role of type " + type + " already", refused);
        Expect.refusal(400, "There is a role of type public already",
                administrator.createsRole(Map.of("name", "Public")));
    }

    @Test
    void withoutATypeItIsTheNameInSnakeCaseWithoutAccents() {
        var id = UUID.randomUUID().toString();

        var role = created(Map.of("name", "Café Größe " + id));

        assertThat(look(role).getString("type")).isEqualTo("cafe_gro_e_" + id.replace('-', '_'));
    }

    @Test
    void ofManyAdministratorsWhoCreateOneRoleAtOnceOneSucceeds() {
        var answers = Crowd.of(8, number -> administrator.createsRole(
                Map.of("name", name, "permissions", tree("user", "me", true))));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(7)
                .allSatisfy(answer -> assertThat(answer.errorMessage()).startsWith("There is a role of type"));
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_role where name = ?", name))
                .isOne();
    }

    @Test
    void aRoleThatManySaveAtOnceHasWhatTheySaved() {
        var role = created(Map.of("name", name));

        var answers = Crowd.of(8, number ->
                administrator.changesRole(role, Map.of("permissions", tree("user", "me", true))));

        assertThat(Crowd.with(200, answers)).hasSize(8);
        assertThat(enabled(look(role), "user", "me")).isTrue();
    }

    @Test
    void whoeverHadADeletedRoleIsInThePublicOne() {
        var token = ada.joins(gatehouse);
        var role = created(Map.of("name", name, "permissions", tree("user", "me", true)));
        administrator.changes(ada, Map.of("role", role));
        Expect.status(200, gatehouse.me(token));

        Expect.status(200, administrator.deletesRole(role));

        Expect.forbidden(gatehouse.me(token));
        assertThat(administrator.get("/api/users/" + ada.idAt(gatehouse) + "?populate=role").json()
                .getJsonObject("role").getString("type")).isEqualTo("public");
        Expect.refusal(404, "Role not found", administrator.deletesRole(role));
    }

    @Test
    void thePublicRoleStays() {
        Expect.refusal(400, "Cannot delete public role", administrator.deletesRole(idOfType("public")));
    }

    @Test
    void whatIsTheServersOwnIsNeverChanged() {
        var role = created(Map.of("name", name));
        var before = look(role);

        Expect.status(200, administrator.changesRole(role, Map.of("id", 4711, "documentId", "mine", "type", "public",
                "version", 4711, "nb_users", 4711, "createdAt", "2001-01-01T00:00:00.000Z")));

        assertThat(withoutTime(look(role))).isEqualTo(withoutTime(before));
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE"})
    void aRoleThatDoesNotExistIsNotFound(String method) {
        var caller = Administrator.whoMay(gatehouse, "role.findOne", "role.updateRole", "role.deleteRole");
        for (var id : new String[] {"999999", "abc", "-1", "1.5", "99999999999999999999"}) {
            var path = "/api/users-permissions/roles/" + id;
            Expect.refusal(404, "Role not found", switch (method) {
                case "GET" -> caller.get(path);
                case "PUT" -> caller.put(path, Map.of("name", name));
                default -> caller.delete(path);
            });
        }
    }

    @Test
    void nothingAtAllMakesNoRole() {
        Expect.refusal(400, "Request body cannot be empty", administrator.createsRole(Map.of()));
        Expect.refusal(400, "Request body cannot be empty", administrator.changesRole(1, Map.of()));
        Expect.refusal(400, "name must be 3 to 255 characters", administrator.createsRole(Map.of("name", "x")));
    }

    @Test
    void theListTellsHowManyHaveEachRole() {
        var role = created(Map.of("name", name));
        ada.joins(gatehouse);
        administrator.changes(ada, Map.of("role", role));

        var listed = administrator.get("/api/users-permissions/roles").json().getJsonArray("roles")
                .getValuesAs(JsonObject.class);

        assertThat(listed).extracting(each -> each.getString("name")).containsSubsequence("Authenticated", "Public");
        assertThat(listed).filteredOn(each -> each.getInt("id") == role).singleElement()
                .satisfies(each -> assertThat(each.getInt("nb_users")).isOne());
    }

    @Test
    void callersCanAskWhatTheyMay() {
        var caller = Administrator.whoMay(gatehouse, "permissions.getPermissions", "user.count");

        var answer = Expect.status(200, caller.get("/api/users-permissions/permissions")).json();

        assertThat(enabled(answer, "user", "count")).isTrue();
        assertThat(enabled(answer, "user", "find")).isFalse();
    }

    private long created(Map<String, ?> role) {
        Expect.status(200, administrator.createsRole(role));
        return gatehouse.database().queryForLong("select id from gatehouse_role where name = ?", role.get("name"));
    }

    private JsonObject look(long role) {
        return Expect.status(200, administrator.looksAtRole(role)).json().getJsonObject("role");
    }

    private long idOfType(String type) {
        return gatehouse.database().queryForLong("select id from gatehouse_role where type = ?", type);
    }

    private static boolean enabled(JsonObject holder, String controller, String action) {
        return holder.getJsonObject("permissions").getJsonObject("plugin::users-permissions")
                .getJsonObject("controllers").getJsonObject(controller).getJsonObject(action).getBoolean("enabled");
    }

    private static Map<String, ?> tree(String controller, String action, boolean enabled) {
        return Map.of("plugin::users-permissions",
                Map.of("controllers", Map.of(controller, Map.of(action, Map.of("enabled", enabled)))));
    }

    private static Map<String, ?> withoutTime(JsonObject role) {
        var rest = new HashMap<String, Object>(role);
        rest.remove("updatedAt");
        return rest;
    }
}
