package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody tries who wants into the login of somebody else, or somebody else into theirs. */
class ConnectAttacksIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();

    @RegisterExtension
    static final ChangedSettings ACME = ChangedSettings.forAll(providers());

    private static final String NOT_COMPLETED = "OAuth authentication requires a completed provider session";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Traveller victim = Acme.anybody(PROVIDER);
    private final Traveller attacker = Acme.anybody(PROVIDER);

    private static Map<String, String> providers() {
        var settings = new HashMap<>(Acme.settings(PROVIDER));
        settings.putAll(Acme.settings(PROVIDER, "other"));
        settings.putAll(Acme.settings(PROVIDER, "strict"));
        settings.put("gatehouse.provider.strict.hand-over", "strict");
        settings.putAll(Acme.settings(PROVIDER, "sealed"));
        settings.put("gatehouse.provider.sealed.hand-over", "cookie");
        return settings;
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    /** RFC 9700, section 4.7: else the victim would be logged in as the attacker. */
    @Test
    void whatTheAttackerBeganDoesNotEndInTheVictimsBrowser() {
        var back = attacker.isSentBack();

        assertMismatch(victim.browser().visit(back));
        assertThat(attacker.browser().visit(back).query()).containsKey("access_token");
    }

    @Test
    void theAnswerOfTheProviderWorksOnceEvenWithTheSameCookie() {
        var back = victim.isSentBack();
        var thief = Browser.stoppingAt(Traveller.FRONT_END).withCookiesOf(victim.browser());
        assertThat(victim.browser().visit(back).query()).containsKey("access_token");

        assertMismatch(victim.browser().visit(back));
        assertMismatch(thief.visit(back));
    }

    @Test
    void ofManyEqualAnswersOneGetsATicket() {
        var back = victim.isSentBack();
        var cookie = victim.browser().cookiesFor(back).stream()
                .map(one -> one.getName() + "=" + one.getValue()).reduce((a, b) -> a + "; " + b).orElseThrow();

        var answers = Crowd.of(20, number -> gatehouse.anonymous().with("Cookie", cookie).get(back.toString()));

        assertThat(answers.stream().map(answer -> answer.header("Location").orElseThrow())
                .filter(location -> location.contains("access_token="))).hasSize(1);
    }

    @Test
    void aCookieThatWasTamperedWithIsNone() {
        var back = victim.isSentBack();
        victim.browser().replaceCookies(value -> (value.charAt(0) == 'A' ? "B" : "A") + value.substring(1));

        assertMismatch(victim.browser().visit(back));
    }

    @Test
    void theCookieOfOneProviderIsWorthNothingAtAnother() {
        var back = URI.create(victim.isSentBack().toString().replace("/connect/acme/", "/connect/other/"));
        var acme = victim.browser().cookiesFor(URI.create(gatehouse.connect("acme") + "/callback")).get(0);

        var answer = gatehouse.anonymous().with("Cookie", acme.getName() + "=" + acme.getValue()).get(back.toString());

        assertThat(answer.header("Location")).get().asString().contains("error=oauth_error").doesNotContain("access_token");
    }

    @Test
    void aStateOfOnesOwnIsRefused() {
        var back = victim.isSentBack().toString();
        var changed = back.replaceAll("state=[^&]*", "state=mine");

        assertMismatch(victim.browser().visit(URI.create(changed)));
        assertMismatch(victim.browser().visit(URI.create(back.replaceAll("&?state=[^&]*", ""))));
    }

    @Test
    void theCookieTellsNothingAndIsKeptFromScriptsAndOtherSites() {
        var cookie = Cookie.of(gatehouse.get("/api/connect/acme"));

        assertThat(cookie.name()).matches("gatehouse_attempt_[0-9a-f]{16}");
        assertThat(cookie.value()).matches("[\\w-]{100,1000}");
        assertThat(cookie.attributes()).contains("httponly", "samesite=lax", "path=/api/connect/acme", "max-age=600");
    }

    @Test
    void twoTabsDoNotDisturbEachOther() {
        var first = victim.isSentBack();
        var second = victim.isSentBack();

        var ticketOfSecond = victim.browser().visit(second).query().get("access_token");
        var ticketOfFirst = victim.browser().visit(first).query().get("access_token");

        Expect.status(200, victim.exchanges(ticketOfFirst));
        Expect.status(200, victim.exchanges(ticketOfSecond));
    }

    @Test
    void ofFiveTabsTheOldestIsForgotten() {
        var tabs = IntStream.range(0, 5).mapToObj(tab -> victim.isSentBack()).toList();

        assertMismatch(victim.browser().visit(tabs.get(0)));
        assertThat(List.of(1, 2, 3, 4)).allSatisfy(tab ->
                assertThat(victim.browser().visit(tabs.get(tab)).query()).containsKey("access_token"));
    }

    /** A page with somebody else's ticket in its address logs the victim in as the attacker. */
    @Test
    void aPlantedTicketIsRefusedWhereTheOperatorIsStrict() {
        var planted = new Traveller(gatehouse, PROVIDER, "strict").ticket();
        var careful = new Traveller(gatehouse, PROVIDER, "strict");

        Expect.refusal(400, NOT_COMPLETED, careful.exchanges("strict", planted));
        Expect.status(200, careful.logsIn());
        Expect.refusal(400, NOT_COMPLETED, gatehouse.exchange("strict", new Traveller(gatehouse, PROVIDER, "strict").ticket()));
    }

    @Test
    void aBrowserThatHasATicketOfItsOwnTakesNoOther() {
        var planted = attacker.ticket();
        var own = victim.ticket();

        Expect.refusal(400, NOT_COMPLETED, victim.exchanges(planted));
        Expect.status(200, victim.exchanges(own));
    }

    @Test
    void inACookieTheTicketIsInNoAddress() {
        var sealed = new Traveller(gatehouse, PROVIDER, "sealed");

        assertThat(sealed.arrives().uri()).isEqualTo(Traveller.FRONT_END);

        Expect.refusal(400, NOT_COMPLETED, gatehouse.get("/api/auth/sealed/callback"));
        Expect.status(200, sealed.browser().step(URI.create(gatehouse.baseUri() + "/api/auth/sealed/callback")).answer());
        Expect.refusal(400, NOT_COMPLETED,
                sealed.browser().step(URI.create(gatehouse.baseUri() + "/api/auth/sealed/callback")).answer());
    }

    /** CVE-2024-34065. */
    @Test
    void nobodyIsSentToAPageThatTheOperatorDoesNotName() {
        for (var page : new String[] {"http://evil.example/connect/redirect", "http://front.example/other",
                "https://front.example/connect/redirect", "http://front.example:8080/connect/redirect", "not-a-url", "",
                "/connect/redirect", "//front.example/connect/redirect", "javascript:alert(1)",
                "javascript://front.example/connect/redirect", "data:text/html,x",
                "http://front.example@evil.example/connect/redirect", "http://evil.example#@front.example/connect/redirect",
                "http://me@front.example/connect/redirect", "http://front.example\\@evil.example/connect/redirect",
                "http:\\\\front.example\\connect\\redirect", "http://front.example/connect/redirect/../../evil",
                "http://front.example/connect/redirect/", "http://front.example/connect/%72edirect",
                "http://front.example.evil.example/connect/redirect", "http://front.example/connect/redirect\r\nX: y",
                " http://front.example/connect/redirect", "http://front.example/connect/redirect?access_token=planted",
                "http://front.example/connect/redirect?a=1&error=x", "http://front.example/connect/redirect?%61ccess_token=x",
                "http://front.example/connect/redirect?" + "a".repeat(2000)}) {
            var answer = gatehouse.get("/api/connect/acme?callback=" + URLEncoder.encode(page, StandardCharsets.UTF_8));

            Expect.refusal(400, "Invalid callback URL provided", answer);
            assertThat(answer.error().getJsonObject("details").getString("callback")).isEqualTo(page);
            assertThat(answer.errorName()).isEqualTo("ValidationError");
        }
        Expect.refusal(400, "Invalid callback URL provided", gatehouse.get("/api/connect/acme?callback="
                + Traveller.FRONT_END + "&callback=http://evil.example"));
    }

    @Test
    void hostAndSchemeMayBeInAnyCase() {
        assertThat(gatehouse.get("/api/connect/acme?callback="
                + Traveller.FRONT_END.toString().replace("http://front", "HTTP://FRONT")).status()).isEqualTo(302);
    }

    /** Whoever could plant a ticket here would have a way into the victim's account for good. */
    @Test
    void anIdentityIsLinkedOnlyFromTheBrowserThatLoggedIn() {
        var jwt = Person.anybody().joins(gatehouse);
        var planted = attacker.ticket();

        Expect.refusal(400, NOT_COMPLETED, gatehouse.as(jwt).post("/api/auth/identities/acme", Map.of("access_token", planted)));
        assertThat(gatehouse.as(jwt).get("/api/auth/identities").json().getJsonArray("data")).isEmpty();
    }

    @Test
    void whatTheProviderSendsIsNeverAHeader() {
        var back = victim.isSentBack();
        var state = back.getRawQuery().replaceAll(".*state=([^&]*).*", "$1");

        var answer = victim.browser().step(URI.create(gatehouse.connect("acme") + "/callback?error=a%0d%0aX-Evil:1"
                + "&error_description=%3Cscript%3E%0d%0aX-Evil:1&state=" + state)).answer();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("<script");
    }

    private static void assertMismatch(Page page) {
        assertThat(page.query()).containsEntry("error", "oauth_error").doesNotContainKey("access_token")
                .containsEntry("error_description", "OAuth2 state mismatch");
    }
}
