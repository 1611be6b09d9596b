package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation asks for the action that the REST API asks for, whoever calls (ASVS 8.2.1). */
class GraphqlPermissionsIT {

    private final Gatehouse gatehouse = Gatehouse.shared();

    /** The input means nothing: whoever may, meets some other refusal or none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth.callback         | mutation { x: login(input: {identifier: "nobody", password: "x"}) { jwt } }
            auth.register         | mutation { x: register(input: {username: "", email: "x", password: "x"}) { jwt } }
            auth.forgotPassword   | mutation { x: forgotPassword(email: "nowhere") { ok } }
            auth.resetPassword    | mutation { x: resetPassword(code: "x", password: "x", passwordConfirmation: "y") { jwt } }
            auth.changePassword   | mutation { changePassword(currentPassword: "", password: "", passwordConfirmation: ""){jwt}}
            auth.emailConfirmation| mutation { x: emailConfirmation(confirmation: "x") { jwt } }
            user.me               | { x: me { id } }
            user.findOne          | { x: usersPermissionsUser(documentId: "none") { documentId } }
            user.find             | { x: usersPermissionsUsers(pagination: {limit: 1}) { documentId } }
            user.find             | { x: usersPermissionsUsers_connection(pagination: {limit: 1}) { nodes { documentId } } }
            user.create           | mutation { x: createUsersPermissionsUser(data: {}) { data { documentId } } }
            user.update           | mutation { x: updateUsersPermissionsUser(id: "none", data: {}) { data { documentId } } }
            user.destroy          | mutation { x: deleteUsersPermissionsUser(id: "none") { data { documentId } } }
            role.findOne          | { x: usersPermissionsRole(documentId: "none") { documentId } }
            role.find             | { x: usersPermissionsRoles { documentId } }
            role.createRole       | mutation { x: createUsersPermissionsRole(data: {}) { ok } }
            role.updateRole       | mutation { x: updateUsersPermissionsRole(id: "none", data: {}) { ok } }
            role.deleteRole       | mutation { x: deleteUsersPermissionsRole(id: "none") { ok } }
            """)
    void onlyWhoeverMayDoThatMayDoIt(String action, String query) {
        Graphql.refused(Expect.FORBIDDEN, Graphql.FORBIDDEN,
                new Graphql(Administrator.whoMay(gatehouse, "permissions.getPermissions")).ask(query));

        var answer = new Graphql(Administrator.whoMay(gatehouse, action)).ask(query);
        Expect.status(200, answer);
        assertThat(answer.body()).doesNotContain(Expect.FORBIDDEN, "INTERNAL");
    }

    @Test
    void thePublicMayWhatItMayOverRest() {
        var anonymous = Graphql.at(gatehouse);
        Graphql.refused(Expect.FORBIDDEN, Graphql.FORBIDDEN, anonymous.ask("{ me { id } }"));
        Graphql.refused(Expect.INVALID_LOGIN, Graphql.BAD_INPUT, anonymous.logsIn("nobody", "x"));
    }

    @Test
    void whoeverIsSignedInMayNotLogIn() {
        var token = Person.anybody().joins(gatehouse);
        Graphql.refused(Expect.FORBIDDEN, Graphql.FORBIDDEN, Graphql.as(gatehouse, token).logsIn("nobody", "x"));
    }

    @Test
    void aBadTokenIsRefusedBeforeAnythingIsRead() {
        Expect.invalidToken(Graphql.as(gatehouse, "no.real.token").ask("mutation { forgotPassword(email: \"a@b.c\") { ok } }"));
        Expect.invalidToken(Graphql.as(gatehouse, "x").ask("{ __typename }"));
    }

    @Test
    void blockingActsWithTheNextRequest() {
        var ada = Person.anybody();
        var token = ada.joins(gatehouse);
        gatehouse.block(ada.username());
        Expect.unusableAccount(Graphql.as(gatehouse, token).ask("{ me { id } }"));
    }

    @Test
    void oneForbiddenOperationDoesNotKeepTheOthersFromBeingAnswered() {
        var answer = new Graphql(Administrator.whoMay(gatehouse, "user.me"))
                .ask("{ me { username } usersPermissionsUser(documentId: \"1\") { email } }");

        Graphql.refused(Expect.FORBIDDEN, Graphql.FORBIDDEN, answer);
        assertThat(answer.json().getJsonObject("data").getJsonObject("me")).containsKey("username");
        assertThat(answer.json().getJsonObject("data").get("usersPermissionsUser")).isEqualTo(JsonValue.NULL);
        assertThat(Graphql.firstError(answer).getJsonArray("path")).hasToString("[\"usersPermissionsUser\"]");
    }

    @Test
    void rolesAndWhatTheyAllowAreSeenByThoseWhoMaySeeThem() {
        var query = "{ usersPermissionsUsers(pagination: {limit: 1}) { role { name permissions { action } } } }";

        var user = Graphql.value("usersPermissionsUsers", new Graphql(Administrator.whoMay(gatehouse, "user.find"))
                .ask(query)).asJsonArray().getJsonObject(0);
        assertThat(user.get("role")).isEqualTo(JsonValue.NULL);

        Graphql.refused(Expect.FORBIDDEN, Graphql.FORBIDDEN,
                new Graphql(Administrator.whoMay(gatehouse, "user.find", "role.find")).ask(query));
        Graphql.value("usersPermissionsUsers",
                new Graphql(Administrator.whoMay(gatehouse, "user.find", "role.find", "role.findOne")).ask(query));

        Graphql.refused("Invalid key role", Graphql.BAD_INPUT, new Graphql(Administrator.whoMay(gatehouse, "user.find"))
                .ask("{ usersPermissionsUsers(filters: {role: {type: {eq: \"public\"}}}) { documentId } }"));
    }

    @Test
    void whereThePublicMayAskWhoItIsNobodyIsFound() {
        gatehouse.grant("public", Roles.ACTION + "user.me");
        try {
            Graphql.refused("Unauthorized", Graphql.FORBIDDEN, Graphql.at(gatehouse).ask("{ me { id } }", Map.of()));
        } finally {
            gatehouse.revoke("public", Roles.ACTION + "user.me");
        }
    }
}
