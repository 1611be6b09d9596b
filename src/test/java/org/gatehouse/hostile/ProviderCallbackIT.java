package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.hostile.ProviderLogin.isRefused;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdToken;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderRequest;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What RFC 9700, section 4, warns of and only shows with the provider's part in view: it is honest and strict here, and
 * tells what it was asked. What needs no more than a browser is in {@code ConnectAttacksIT}.
 */
class ProviderCallbackIT {

    private static final String NAME = "honest";

    @RegisterExtension
    static final DeclaredProviders PROVIDERS = new DeclaredProviders();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final ProviderUser victim = ProviderUser.anybody();
    private final ProviderUser attacker = ProviderUser.anybody();
    private final ProviderLogin victims = ProviderLogin.with(NAME);
    private final ProviderLogin attackers = ProviderLogin.with(NAME);
    private final IdentityProvider provider = PROVIDERS.get(NAME);

    @BeforeAll
    static void declare() {
        PROVIDERS.openId(NAME, Map.of()).openId("evil", Map.of()).openId("old", Map.of("pkce", "none")).oauth1("signed")
                .openId("weak", Map.of()).declare();
    }

    @Test
    @DisplayName("4.5 code injection: somebody else's code is worth nothing in the attacker's login")
    void anotherPersonsCodeIsWorthNothing() {
        provider.signsIn(victim);
        var stolen = ProviderRequest.parameters(victims.isSentBack().getRawQuery()).get("code");
        provider.signsIn(attacker);
        isRefused(attackers.opens(with("code", stolen, attackers.isSentBack())));
    }

    @Test
    @DisplayName("4.5 code injection: where a provider knows no PKCE, the nonce tells")
    void anotherPersonsCodeIsWorthNothingWithoutPkce() {
        var old = PROVIDERS.get("old").signsIn(victim);
        var stolen = ProviderRequest.parameters(victims.and("old").isSentBack().getRawQuery()).get("code");
        old.signsIn(attacker);
        isRefused(attackers.and("old").opens(with("code", stolen, attackers.and("old").isSentBack())));
        assertThat(old.lastReceived("/token").form()).doesNotContainKey("code_verifier");
    }

    @Test
    @DisplayName("4.4 mix-up: an attempt that began with one provider does not end with another")
    void anAttemptEndsWhereItBegan() {
        var askedBefore = provider.received("/token").size();
        var back = victims.and("evil").isSentBack();
        var misled = URI.create(back.toString().replace("/connect/evil/", "/connect/" + NAME + "/"));
        isRefused(victims.opens(misled));
        assertThat(provider.received("/token")).hasSize(askedBefore);
        assertThat(PROVIDERS.get("evil").received("/token")).isEmpty();
    }

    @Test
    @DisplayName("4.8 PKCE cannot be talked down: it is S256 whatever the metadata offers")
    void pkceStaysWhatItIs() {
        PROVIDERS.get("weak").claims("code_challenge_methods_supported", List.of("plain"));
        var query = ProviderRequest.parameters(victims.and("weak").departs().getRawQuery());
        assertThat(query.get("code_challenge_method")).isIn("S256", null);
        assertThat(query).doesNotContainValue("plain");
    }

    @ParameterizedTest
    @DisplayName("4.11 open redirect: a front end that nobody configured is refused")
    @ValueSource(strings = {"https://evil.example/", "http://front.example.evil.example/connect/redirect",
            "http://front.example@evil.example/connect/redirect", "http://evil.example#@front.example/connect/redirect",
            "//front.example/connect/redirect", "/connect/redirect", "http://front.example:81/connect/redirect",
            "https://front.example/connect/redirect", "http://front.example/connect/redirect/../../evil",
            "http://front.example/connect/redirect/x", "http://front.example/connect/Redirect",
            "http://front.example\\@evil.example/connect/redirect", "http://front.example/connect/redirect\r\nX: y",
            "javascript:alert(1)//front.example/connect/redirect", "data:text/html,front.example", " ", "",
            "http://front.example/connect/redirect?access_token=planted", "http://front.example/connect%2Fredirect"})
    void aFrontEndNobodyConfiguredIsRefused(String callback) {
        var answer = victims.browser().step(URI.create(gatehouse.connect(NAME) + "?callback="
                + URLEncoder.encode(callback, StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.answer().errorMessage()).isEqualTo("Invalid callback URL provided");
        assertThat(answer.answer().headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    @DisplayName("4.6 token substitution: what the provider gave out is no ticket, and is not shown around")
    void aTokenOfTheProviderIsNoTicket() {
        provider.sendsIdTokens(IdToken.honest());
        var back = victims.isSentBack();
        victims.isSignedIn(victims.opens(back));
        var asked = provider.received().size();
        var bearer = provider.lastReceived("/userinfo").header("Authorization").orElseThrow().substring("Bearer ".length());
        refusedTicket(gatehouse.exchange(NAME, bearer));
        refusedTicket(gatehouse.exchange(NAME, ProviderRequest.parameters(back.getRawQuery()).get("code")));
        refusedTicket(gatehouse.get("/api/auth/" + NAME + "/callback?code=x&id_token=y&oauth_token=z"));
        assertThat(provider.received()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=STATE", "code=CODE", "code=&state=STATE", "code=CODE&state=",
            "code=CODE&state=STATE&state=x", "code=CODE&code=x&state=STATE", "code=CODE&state=STATE%00",
            "error=&state=STATE", "", "code=CODE&state=%F0%28%8C%28"})
    void aWayBackThatIsMalformedIsRefused(String query) {
        var honest = ProviderRequest.parameters(victims.isSentBack().getRawQuery());
        var page = victims.opens(URI.create(gatehouse.connect(NAME) + "/callback?" + query
                .replace("STATE", honest.get("state")).replace("CODE", honest.get("code"))
                + "&iss=" + URLEncoder.encode(provider.issuer(), StandardCharsets.UTF_8)));
        assertThat(page.query()).doesNotContainKey("access_token");
        if (page.status() == 0) {
            assertThat(page.query()).containsKey("error");
        } else {
            assertThat(page.status()).as(page.body()).isEqualTo(400);
        }
    }

    @Test
    void wordsOfAStrangerDoNotReachTheFrontEnd() {
        var page = isRefused(victims.opens(URI.create(gatehouse.connect(NAME)
                + "/callback?error=call_us&error_description=Call+0900+1234&state=x")));
        assertThat(page.uri().toString()).doesNotContain("0900", "call_us");
    }

    @Test
    @DisplayName("OAuth 1.0a: an attempt ends with the token it began with, once, in its own browser")
    void oauth1IsBoundToTheBrowserToo() {
        var signed = PROVIDERS.get("signed").signsIn(attacker);
        var planted = attackers.and("signed").isSentBack();
        isRefused(victims.and("signed").opens(planted));
        attackers.and("signed").isSignedIn(attackers.and("signed").opens(planted));
        isRefused(attackers.and("signed").opens(planted));
        assertThat(signed.received("/oauth1/access-token")).hasSize(1);
    }

    private static URI with(String parameter, String value, URI uri) {
        return URI.create(uri.toString().replaceFirst("([?&])" + parameter + "=[^&]*", "$1" + parameter + "=" + value));
    }

    private static void refusedTicket(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorMessage()).isEqualTo("OAuth authentication requires a completed provider session");
    }
}
