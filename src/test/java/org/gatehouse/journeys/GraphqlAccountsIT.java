package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People get into their accounts over GraphQL as they do over REST. */
class GraphqlAccountsIT {

    private static final String PAYLOAD = " { jwt user { id documentId username email confirmed blocked } }";
    private static final String REGISTER =
            "mutation ($input: UsersPermissionsRegisterInput!) { register(input: $input)" + PAYLOAD + " }";
    private static final String RESET = "mutation ($code: String!, $password: String!, $again: String!) {"
            + " resetPassword(code: $code, password: $password, passwordConfirmation: $again)" + PAYLOAD + " }";
    private static final String CHANGE = "mutation ($current: String!, $password: String!) { changePassword("
            + "currentPassword: $current, password: $password, passwordConfirmation: $password)" + PAYLOAD + " }";
    private static final String CONFIRM =
            "mutation ($code: String!) { emailConfirmation(confirmation: $code)" + PAYLOAD + " }";
    private static final String FORGOT = "mutation ($email: String!) { forgotPassword(email: $email) { ok } }";

    @RegisterExtension
    private final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Graphql anonymous = Graphql.at(gatehouse);
    private final Person ada = Person.anybody();

    @Test
    void somebodyRegistersLogsInAndSeesThemselves() {
        var registered = anonymous.get("register", REGISTER, form(ada));
        assertThat(registered.getJsonObject("user").getString("email")).isEqualTo(ada.email());

        var login = Graphql.value("login", anonymous.logsIn(ada.username(), ada.password())).asJsonObject();
        assertThat(login.getJsonObject("user").getString("documentId"))
                .isEqualTo(registered.getJsonObject("user").getString("documentId"));
        assertThat(login.get("refreshToken")).isEqualTo(JsonValue.NULL);

        var me = Graphql.as(gatehouse, login.getString("jwt")).get("me",
                "{ me { id documentId username email confirmed blocked role { id name description type } } }");
        assertThat(me.getString("username")).isEqualTo(ada.username());
        assertThat(me.getString("id")).isEqualTo(Long.toString(ada.idAt(gatehouse)));
        assertThat(me.getJsonObject("role").getString("type")).isEqualTo("authenticated");
        Expect.status(200, gatehouse.me(login.getString("jwt"))); // the same token as any
    }

    @Test
    void aWrongPasswordIsRefusedAsOverRest() {
        ada.joins(gatehouse);

        var error = Graphql.refused(Expect.INVALID_LOGIN, Graphql.BAD_INPUT,
                anonymous.logsIn(ada.username(), Person.OTHER_PASSWORD));

        assertThat(error.getString("name")).isEqualTo("ValidationError");
        assertThat(error).containsOnlyKeys("name", "message", "details");
    }

    @Test
    void whatARegistrationLacksIsToldAsOverRest() {
        var error = Graphql.refused("email must be a valid email", Graphql.BAD_INPUT,
                anonymous.ask(REGISTER, form(ada.withEmail("nowhere"))));
        assertThat(error.getJsonObject("details").getJsonArray("errors")).hasSize(1);

        ada.joins(gatehouse);
        assertThat(Graphql.refused("Email or Username are already taken", "STRAPI_APPLICATION_ERROR",
                anonymous.ask(REGISTER, form(ada))).getString("name")).isEqualTo("ApplicationError");
    }

    @Test
    void aForgottenPasswordIsReplacedByTheCodeFromTheMail() {
        ada.joins(gatehouse);

        assertThat(anonymous.get("forgotPassword", FORGOT, Map.of("email", ada.email())).getBoolean("ok")).isTrue();
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();
        var reset = anonymous.get("resetPassword", RESET,
                Map.of("code", code, "password", Person.OTHER_PASSWORD, "again", Person.OTHER_PASSWORD));

        Expect.status(200, gatehouse.me(reset.getString("jwt")));
        Expect.status(200, gatehouse.login(ada.username(), Person.OTHER_PASSWORD));
        Graphql.refused(Expect.INCORRECT_CODE, Graphql.BAD_INPUT, anonymous.ask(RESET,
                Map.of("code", code, "password", Person.OTHER_PASSWORD, "again", Person.OTHER_PASSWORD)));
    }

    @Test
    void passwordsThatDifferAreRefusedAndNeverRepeated() {
        var answer = anonymous.ask(RESET, Map.of("code", "none", "password", Person.PASSWORD, "again", Person.OTHER_PASSWORD));

        Graphql.refused("Passwords do not match", Graphql.BAD_INPUT, answer);
        assertThat(answer.body()).doesNotContain(Person.PASSWORD, Person.OTHER_PASSWORD);
    }

    @Test
    void aChangedPasswordEndsOlderTokens() {
        var old = ada.joins(gatehouse);

        var changed = Graphql.as(gatehouse, old).get("changePassword", CHANGE,
                Map.of("current", ada.password(), "password", Person.OTHER_PASSWORD));

        Expect.status(200, gatehouse.me(changed.getString("jwt")));
        Expect.invalidToken(Graphql.as(gatehouse, old).ask("{ me { id } }"));
    }

    @Test
    void anAddressIsConfirmedByTheCodeFromTheMailAndItsOwnerSignedIn() {
        settings.set("gatehouse.advanced.email-confirmation", "true");

        assertThat(anonymous.get("register", REGISTER, form(ada)).get("jwt")).isEqualTo(JsonValue.NULL);
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();
        var confirmed = anonymous.get("emailConfirmation", CONFIRM, Map.of("code", code));

        assertThat(confirmed.getJsonObject("user").getBoolean("confirmed")).isTrue();
        Expect.status(200, gatehouse.me(confirmed.getString("jwt")));
        Graphql.refused("Invalid token", Graphql.BAD_INPUT, anonymous.ask(CONFIRM, Map.of("code", code)));
    }

    @Test
    void inRefreshModeALoginHasARefreshTokenUnlessThoseBelongIntoCookies() {
        ada.joins(gatehouse);
        settings.set(RefreshMode.MANAGEMENT, "refresh");
        var login = Graphql.value("login", anonymous.logsIn(ada.username(), ada.password())).asJsonObject();
        Expect.status(200, gatehouse.refresh(login.getString("refreshToken")));

        settings.set("gatehouse.sessions.http-only", "true");
        var answer = anonymous.logsIn(ada.username(), ada.password());
        assertThat(Graphql.value("login", answer).asJsonObject().get("refreshToken")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void whereRegistrationsMustNotTellWhoIsThereTheAnswerHasNoIdentity() {
        settings.set(Map.of("gatehouse.advanced.email-confirmation", "true", "gatehouse.accounts.privacy", "strict"));

        var user = anonymous.get("register", REGISTER, form(ada)).getJsonObject("user");

        assertThat(user.get("id")).isEqualTo(JsonValue.NULL);
        assertThat(user.getString("email")).isEqualTo(ada.email());
    }

    @Test
    void onlyLocalUsersLogInWithAPassword() {
        ada.joins(gatehouse);
        Graphql.refused("Only local users log in with a password", Graphql.BAD_INPUT, anonymous.ask(
                "mutation ($i: String!, $p: String!) { login(input: {identifier: $i, password: $p, provider: \"github\"})"
                        + PAYLOAD + " }", Map.of("i", ada.username(), "p", ada.password())));
    }

    private static Map<String, ?> form(Person person) {
        return Map.of("input", Map.of("username", person.username(), "email", person.email(), "password", person.password()));
    }
}
