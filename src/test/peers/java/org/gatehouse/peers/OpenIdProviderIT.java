package org.gatehouse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A certified OpenID provider that somebody else wrote, known by its issuer and nothing else. */
class OpenIdProviderIT {

    private static final String NAME = "certified";

    private static NodeProvider provider;

    private final Visitor visitor = new Visitor(NAME);
    private final String person = "p" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        provider = NodeProvider.start(Gatehouse.shared().connect(NAME + "/callback"));
        Visitor.declare(NAME, provider.settings(NAME));
    }

    @AfterAll
    static void end() {
        provider.close();
    }

    @Test
    void whoSignsInAndConsentsThereIsSignedInHere() {
        var me = visitor.isSignedIn(signInAndConsent());
        assertThat(me.getString("username")).isEqualTo(person);
        assertThat(me.getString("email")).isEqualTo(person + "@provider.example");
        assertThat(me.getString("provider")).isEqualTo(NAME);
    }

    @Test
    void whoComesBackIsTheSameUser() {
        var first = visitor.isSignedIn(signInAndConsent());
        assertThat(visitor.isSignedIn(visitor.connects()).get("id")).isEqualTo(first.get("id"));
    }

    @Test
    void whoDoesNotConsentIsToldSoByTheFrontEnd() {
        var loginPage = visitor.connects();
        var abort = loginPage.uri().resolve(loginPage.uri().getPath() + "/abort");
        var back = visitor.browser().visit(abort);
        assertThat(back.query()).containsEntry("error", "access_denied").doesNotContainKey("access_token");
    }

    private Page signInAndConsent() {
        var loginPage = visitor.connects();
        var consentPage = visitor.browser().submit(loginPage, Map.of("login", person, "password", "anything"));
        return visitor.browser().submit(consentPage, Map.of());
    }
}
