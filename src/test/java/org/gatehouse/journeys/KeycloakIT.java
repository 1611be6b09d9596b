package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Keycloak;
import org.gatehouse.systems.Page;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journey of somebody who has an account at a real Keycloak, by its login page. */
@Tag("once")
class KeycloakIT {

    private static final String PASSWORD = "the password at Keycloak";
    private static final URI FRONT_END = URI.create("http://front.example/connect/keycloak/redirect");

    private static Keycloak keycloak;

    @RegisterExtension
    private final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Browser browser = Browser.stoppingAt(FRONT_END);
    private final ProviderUser person = ProviderUser.anybody();

    @BeforeAll
    static void startKeycloak() {
        keycloak = Keycloak.start(Gatehouse.shared().baseUri());
        var changes = new HashMap<String, Optional<String>>();
        providerSettings().forEach((name, value) -> changes.put(name, Optional.of(value)));
        Gatehouse.shared().settings(changes);
    }

    @AfterAll
    static void endKeycloak() {
        var changes = new HashMap<String, Optional<String>>();
        providerSettings().keySet().forEach(name -> changes.put(name, Optional.empty()));
        Gatehouse.shared().settings(changes);
        keycloak.close();
    }

    @Test
    void whoSignsInAtKeycloakIsSignedInHere() {
        keycloak.opensAccount(person, PASSWORD);
        var signedIn = gatehouse.exchange("keycloak", ticket(signIn()));
        Expect.status(200, signedIn);
        var user = signedIn.json().getJsonObject("user");
        assertThat(user.getString("username")).isEqualTo(person.username());
        assertThat(user.getString("email")).isEqualTo(person.email());
        assertThat(user.getString("provider")).isEqualTo("keycloak");
        assertThat(user.getBoolean("confirmed")).isTrue();
        var me = Expect.status(200, gatehouse.me(signedIn.jwt())).json();
        assertThat(me.get("id")).isEqualTo(user.get("id"));
    }

    @Test
    void theWayToKeycloakIsBoundToThisAttempt() {
        var query = browser.visit(gatehouse.connect("keycloak")).query();
        assertThat(query).containsEntry("client_id", Keycloak.CLIENT_ID).containsEntry("response_type", "code")
                .containsEntry("redirect_uri", gatehouse.connect("keycloak") + "/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(query.get("scope").split(" ")).contains("openid", "email");
        var next = browser.visit(gatehouse.connect("keycloak")).query();
        for (var name : new String[] {"state", "nonce", "code_challenge"}) {
            assertThat(next.get(name)).as(name).isNotEqualTo(query.get(name));
        }
    }

    @Test
    void whoComesBackIsTheSameUser() {
        keycloak.opensAccount(person, PASSWORD);
        var first = userOf(signIn());
        var withoutTypingAnything = userOf(browser.visit(gatehouse.connect("keycloak")));
        browser.forgetCookies();
        var onAnotherDevice = userOf(signIn());
        assertThat(withoutTypingAnything).isEqualTo(first);
        assertThat(onAnotherDevice).isEqualTo(first);
    }

    @Test
    void anAddressThatKeycloakHasNotVerifiedOpensNoAccount() {
        keycloak.opensAccount(person.unverified(), PASSWORD);
        refused(signIn());
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_user where email = ?",
                person.email())).isZero();
    }

    @Test
    void whoIsDisabledAtKeycloakDoesNotGetIn() {
        keycloak.opensAccount(person, PASSWORD);
        Expect.status(200, gatehouse.exchange("keycloak", ticket(signIn())));
        keycloak.disables(person);
        browser.forgetCookies();
        var page = signIn();
        assertThat(page.uri().toString()).startsWith(keycloak.issuer());
        assertThat(page.body()).contains("Account is disabled");
    }

    @Test
    void aWrongSecretOfOursIsToldToTheFrontEndWithoutTellingTheSecret() {
        keycloak.opensAccount(person, PASSWORD);
        var misconfigured = new HashMap<>(keycloak.settings("misconfigured"));
        misconfigured.put("gatehouse.providers", "misconfigured");
        misconfigured.put("gatehouse.provider.misconfigured.extends", "keycloak");
        misconfigured.put("gatehouse.provider.misconfigured.callback", FRONT_END.toString());
        misconfigured.put("gatehouse.provider.misconfigured.secret", "not-the-secret");
        settings.set(misconfigured);
        var back = signIn("misconfigured");
        assertThat(back.uri().toString()).startsWith(FRONT_END.toString()).doesNotContain("not-the-secret");
        assertThat(back.query()).doesNotContainKey("access_token").containsKeys("error", "error_description");
    }

    @Test
    void aNewKeyOfKeycloakIsFoundByItself() {
        keycloak.opensAccount(person, PASSWORD);
        var before = userOf(signIn());
        keycloak.rotatesItsKey();
        browser.forgetCookies();
        assertThat(userOf(signIn())).isEqualTo(before);
    }

    private Page signIn() {
        return signIn("keycloak");
    }

    private Page signIn(String provider) {
        var loginPage = browser.visit(gatehouse.connect(provider));
        assertThat(loginPage.uri().toString()).as(loginPage.body()).startsWith(keycloak.issuer());
        return browser.submit(loginPage, Map.of("username", person.username(), "password", PASSWORD));
    }

    private long userOf(Page atFrontEnd) {
        var answer = Expect.status(200, gatehouse.exchange("keycloak", ticket(atFrontEnd)));
        return answer.json().getJsonObject("user").getJsonNumber("id").longValue();
    }

    private static String ticket(Page atFrontEnd) {
        assertThat(atFrontEnd.uri().toString()).as(atFrontEnd.body()).startsWith(FRONT_END.toString());
        assertThat(atFrontEnd.query()).containsOnlyKeys("access_token");
        return atFrontEnd.query().get("access_token");
    }

    /** Either at once, or when the front end hands in the ticket, as in the contract. */
    private void refused(Page atFrontEnd) {
        assertThat(atFrontEnd.uri().toString()).as(atFrontEnd.body()).startsWith(FRONT_END.toString());
        if (!atFrontEnd.query().containsKey("error")) {
            Expect.status(400, gatehouse.exchange("keycloak", ticket(atFrontEnd)));
        }
    }

    private static Map<String, String> providerSettings() {
        var settings = new HashMap<>(keycloak.settings("keycloak"));
        settings.put("gatehouse.provider.keycloak.callback", FRONT_END.toString());
        return settings;
    }
}
