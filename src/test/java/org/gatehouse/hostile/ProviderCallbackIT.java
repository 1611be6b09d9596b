package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.hostile.ProviderLogin.isRefused;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdToken;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderRequest;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the way back from a provider (RFC 9700, section 4), each against a provider that is honest itself. */
class ProviderCallbackIT {

    private static final String NAME = "honest";

    @RegisterExtension
    final DeclaredProviders providers = new DeclaredProviders();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final ProviderUser victim = ProviderUser.anybody();
    private final ProviderUser attacker = ProviderUser.anybody();
    private final ProviderLogin victims = ProviderLogin.with(NAME);
    private final ProviderLogin attackers = ProviderLogin.with(NAME);
    private IdentityProvider provider;

    @BeforeEach
    void declare() {
        provider = providers.openId(NAME, Map.of());
    }

    @Test
    @DisplayName("4.7 login CSRF: the attacker's way back leads nowhere in a browser that did not begin it")
    void anotherBrowserCannotFinishALogin() {
        provider.signsIn(attacker);
        var planted = attackers.isSentBack();
        isRefused(victims.opens(planted));
        victims.departs();
        isRefused(victims.opens(planted));
        assertThat(provider.received("/token")).isEmpty();
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
        provider = providers.openId("old", Map.of("pkce", "none"));
        provider.signsIn(victim);
        var stolen = ProviderRequest.parameters(victims.and("old").isSentBack().getRawQuery()).get("code");
        provider.signsIn(attacker);
        isRefused(attackers.and("old").opens(with("code", stolen, attackers.and("old").isSentBack())));
        assertThat(provider.lastReceived("/token").form()).doesNotContainKey("code_verifier");
    }

    @Test
    @DisplayName("replay: a way back works once, even with the cookie from before")
    void aWayBackWorksOnce() {
        var back = victims.isSentBack();
        var thief = new ProviderLogin(NAME, Browser.stoppingAt(DeclaredProviders.FRONT_END)
                .withCookiesOf(victims.browser()));
        victims.isSignedIn(victims.opens(back));
        isRefused(victims.opens(back));
        isRefused(thief.opens(back));
        assertThat(provider.received("/token")).hasSize(1);
    }

    @Test
    @DisplayName("replay: of many at once one gets in")
    void ofManyAtOnceOneGetsIn() {
        var back = victims.isSentBack();
        var doubles = IntStream.range(0, 6).mapToObj(number -> new ProviderLogin(NAME,
                Browser.stoppingAt(DeclaredProviders.FRONT_END).withCookiesOf(victims.browser()))).toList();
        var arrived = doubles.parallelStream().map(twin -> twin.opens(back))
                .filter(page -> page.query().containsKey("access_token")).count();
        assertThat(arrived).isEqualTo(1);
        assertThat(provider.received("/token")).hasSize(1);
    }

    @Test
    @DisplayName("4.4 mix-up: an attempt that began with one provider does not end with another")
    void anAttemptEndsWhereItBegan() {
        var evil = providers.openId("evil", Map.of());
        var back = victims.and("evil").isSentBack();
        var misled = URI.create(back.toString().replace("/connect/evil/", "/connect/" + NAME + "/"));
        isRefused(victims.opens(misled));
        assertThat(provider.received("/token")).isEmpty();
        assertThat(evil.received("/token")).isEmpty();
    }

    @Test
    @DisplayName("4.8 PKCE cannot be talked down: it is S256 whatever the metadata offers")
    void pkceStaysWhatItIs() {
        provider = providers.openId("weak", Map.of());
        provider.claims("code_challenge_methods_supported", List.of("plain"));
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
    void aFrontEndMayHaveAQueryOfItsOwn() {
        var page = victims.browser().visit(URI.create(gatehouse.connect(NAME) + "?callback=" + URLEncoder.encode(
                DeclaredProviders.FRONT_END + "?from=cart", StandardCharsets.UTF_8)));
        assertThat(page.query()).containsEntry("from", "cart").containsOnlyKeys("from", "access_token");
    }

    @Test
    void aTicketWorksOnce() {
        var page = victims.comesBack();
        victims.isSignedIn(page);
        refusedTicket(victims.exchanges(page));
    }

    @Test
    void ofManyWithOneTicketOneGetsIn() {
        var page = victims.comesBack();
        var signedIn = IntStream.range(0, 6).parallel().filter(number -> victims.exchanges(page).status() == 200).count();
        assertThat(signedIn).isEqualTo(1);
    }

    @Test
    @DisplayName("CVE-2026-67332: a ticket is worth nothing with another provider")
    void aTicketIsOfItsProvider() {
        providers.openId("other", Map.of());
        refusedTicket(victims.and("other").exchanges(victims.comesBack()));
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

    @Test
    void aChangedCookieIsNone() {
        for (var change : List.of("flip", "cut", "empty", "add", "other")) {
            var login = ProviderLogin.with(NAME);
            var back = login.isSentBack();
            login.browser().replaceCookies(value -> switch (change) {
                case "flip" -> value.substring(0, value.length() / 2) + (value.charAt(value.length() / 2) == 'A' ? 'B' : 'A')
                        + value.substring(value.length() / 2 + 1);
                case "cut" -> value.substring(0, value.length() - 4);
                case "empty" -> "";
                case "add" -> value + "AAAA";
                default -> "x".repeat(value.length());
            });
            isRefused(login.opens(back));
        }
        assertThat(provider.received("/token")).isEmpty();
    }

    @Test
    void theCookieTellsNothingAndIsOnlyForTheWayBack() {
        var answer = victims.browser().step(gatehouse.connect(NAME)).answer();
        var state = ProviderRequest.parameters(URI.create(answer.header("location").orElseThrow()).getRawQuery()).get("state");
        var cookies = answer.headers().allValues("set-cookie");
        assertThat(cookies).hasSize(1);
        assertThat(cookies.get(0)).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/api/connect/" + NAME).doesNotContain(state).hasSizeLessThan(1200);
    }

    @Test
    void twoTabsDoNotDisturbEachOther() {
        provider.signsIn(victim);
        var first = victims.isSentBack();
        var second = victims.isSentBack();
        var third = victims.departs();
        assertThat(victims.isSignedIn(victims.opens(second)).get("id"))
                .isEqualTo(victims.isSignedIn(victims.opens(first)).get("id"))
                .isEqualTo(victims.isSignedIn(victims.opens(victims.isSentBackFrom(third))).get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=STATE", "code=CODE", "code=&state=STATE", "code=CODE&state=", "code=CODE&state=STATE&state=x",
            "code=CODE&code=x&state=STATE", "code=CODE&state=STATE%00", "error=&state=STATE", "", "state[]=STATE&code[]=CODE",
            "code=CODE&state=%F0%28%8C%28"})
    void aWayBackThatIsMalformedIsRefused(String query) {
        var honest = ProviderRequest.parameters(victims.isSentBack().getRawQuery());
        var page = victims.opens(URI.create(gatehouse.connect(NAME) + "/callback?" + query
                .replace("STATE", honest.get("state")).replace("CODE", honest.get("code"))
                + "&iss=" + URLEncoder.encode(provider.issuer(), StandardCharsets.UTF_8)));
        if (page.status() == 0) {
            isRefused(page);
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
    void anErrorOfTheProviderCannotAddHeadersOrParameters() {
        provider.denies("a b&access_token=planted", "line\r\nSet-Cookie: a=b&access_token=planted#x");
        var page = isRefused(victims.comesBack());
        assertThat(page.query()).containsOnlyKeys("error", "error_description");
    }

    @Test
    @DisplayName("OAuth 1.0a: an attempt ends with the token it began with, once, in its own browser")
    void oauth1IsBoundToTheBrowserToo() {
        provider = providers.oauth1("signed").signsIn(attacker);
        var planted = attackers.and("signed").isSentBack();
        isRefused(victims.and("signed").opens(planted));
        attackers.and("signed").isSignedIn(attackers.and("signed").opens(planted));
        isRefused(attackers.and("signed").opens(planted));
        assertThat(provider.received("/oauth1/access-token")).hasSize(1);
    }

    private static URI with(String parameter, String value, URI uri) {
        return URI.create(uri.toString().replaceFirst("([?&])" + parameter + "=[^&]*", "$1" + parameter + "=" + value));
    }

    private static void refusedTicket(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorMessage()).isEqualTo("OAuth authentication requires a completed provider session");
    }
}
