package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging in with a provider, from the first click to the token. */
class ConnectJourneyIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();

    @RegisterExtension
    static final ChangedSettings ACME = ChangedSettings.forAll(both());

    private static final String NOT_COMPLETED = "OAuth authentication requires a completed provider session";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Traveller ada = Acme.anybody(PROVIDER);

    private static Map<String, String> both() {
        var settings = new HashMap<>(Acme.settings(PROVIDER));
        settings.putAll(Acme.settings(PROVIDER, "partner"));
        return settings;
    }

    @BeforeEach
    void theProviderIsHonest() {
        PROVIDER.answersAsUsual("/token").answersAsUsual("/userinfo");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void theFrontEndGetsATicketAndExchangesItForATokenAndTheUser() {
        var login = Expect.status(200, ada.logsIn());

        assertThat(login.json()).containsOnlyKeys("jwt", "user");
        var user = login.json().getJsonObject("user");
        assertThat(user.getString("username")).isEqualTo(ada.user().username());
        assertThat(user.getString("email")).isEqualTo(ada.user().email());
        assertThat(user.getString("provider")).isEqualTo("acme");
        assertThat(user.getBoolean("confirmed")).isTrue();
        Expect.status(200, gatehouse.me(login.jwt()));
    }

    @Test
    void comingAgainIsTheSameUser() {
        var first = ada.logsIn().json().getJsonObject("user");

        var second = Expect.status(200, ada.elsewhere().logsIn()).json().getJsonObject("user");

        assertThat(second.get("id")).isEqualTo(first.get("id"));
    }

    @Test
    void theWayIsThatOfAFormAsWell() {
        settings.set(Acme.setting("response-mode"), "form_post");
        PROVIDER.signsIn(ada.user());
        var form = ada.browser().visit(gatehouse.connect("acme"));

        var sentOn = ada.browser().stepBySubmitting(form, Map.of());

        assertThat(sentOn.status()).isEqualTo(303);
        Expect.status(200, ada.exchanges(ada.browser().follow(sentOn).query().get("access_token")));
    }

    /** RFC 9700, section 4.2: the address has a secret in it. */
    @Test
    void theRedirectToTheFrontEndIsNeitherKeptNorToldToOthers() {
        var answer = ada.browser().step(ada.isSentBack()).answer();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void noTokenOfTheProviderReachesTheBrowser() {
        var answer = ada.browser().step(ada.isSentBack()).answer();

        var token = PROVIDER.lastReceived("/userinfo").header("Authorization").orElseThrow().substring("Bearer ".length());
        assertThat(answer.headers().map().toString() + answer.body()).doesNotContain(token);
    }

    @Test
    void aTicketWorksOnce() {
        var ticket = ada.ticket();
        Expect.status(200, ada.exchanges(ticket));

        Expect.refusal(400, NOT_COMPLETED, ada.exchanges(ticket));
    }

    @Test
    void oneOfAHundredEqualExchangesSucceeds() {
        var ticket = ada.ticket();

        var answers = Crowd.of(100, number -> gatehouse.exchange("acme", ticket));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(99);
    }

    /** CVE-2026-67332. */
    @Test
    void aTicketIsOfOneProvider() {
        var ticket = ada.ticket();

        Expect.refusal(400, NOT_COMPLETED, ada.exchanges("partner", ticket));
        Expect.status(200, ada.exchanges(ticket));
    }

    @Test
    void aTicketIsSoonTooOld() {
        settings.set("gatehouse.connect.ticket-expires-in", "1ms");

        Expect.refusal(400, NOT_COMPLETED, ada.logsIn());
    }

    @Test
    void nothingElseIsATicket() {
        for (var other : new String[] {"", "x", "%00", "a".repeat(5000)}) {
            var answer = gatehouse.get("/api/auth/acme/callback?access_token=" + other);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        }
        Expect.refusal(400, NOT_COMPLETED, gatehouse.get("/api/auth/acme/callback"));
        Expect.refusal(400, NOT_COMPLETED, gatehouse.get("/api/auth/acme/callback?access_token=a&access_token=b"));
    }

    @Test
    void theTicketMayBeInABody() {
        var ticket = ada.ticket();

        Expect.status(200, gatehouse.post("/api/auth/acme/callback", Map.of("access_token", ticket)));
    }

    @Test
    void theTicketRestsAsAHashAndWhoItIsForEncrypted() {
        var ticket = ada.ticket();

        var stored = gatehouse.database().queryForString("select encrypted_content from gatehouse_ticket"
                + " order by expires_at desc");
        assertThat(stored).doesNotContain(ada.user().subject()).doesNotContain(ada.user().email());
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_ticket where hash = ?", ticket))
                .isZero();
    }

    @Test
    void theProvidersTokensAreKeptWhereTheOperatorWantsThemAndOnlyThere() {
        var kept = "select encrypted_tokens from gatehouse_identity where label = ?";
        ada.logsIn();
        assertThat(gatehouse.database().queryForString(kept, ada.user().username())).isNull();

        settings.set(Acme.setting("keep-tokens"), "true");
        ada.elsewhere().logsIn();
        var token = PROVIDER.lastReceived("/userinfo").header("Authorization").orElseThrow().substring("Bearer ".length());
        assertThat(gatehouse.database().queryForString(kept, ada.user().username())).isNotNull().doesNotContain(token);

        settings.set(Acme.setting("keep-tokens"), "false");
        ada.elsewhere().logsIn();
        assertThat(gatehouse.database().queryForString(kept, ada.user().username())).isNull();
    }

    @Test
    void inRefreshModeTheAnswerIsThatOfAnyLogin() {
        settings.set(RefreshMode.MANAGEMENT, "refresh");

        var login = Expect.status(200, ada.logsIn());

        assertThat(login.json()).containsOnlyKeys("jwt", "refreshToken", "user");
        Expect.status(200, gatehouse.refresh(login.refreshToken()));
    }

    @Test
    void theFrontEndMayAskForItsOwnQuery() {
        var page = ada.arrives("?callback=" + encoded(Traveller.FRONT_END + "?mine=1&b=%20#part"));

        assertThat(page.query()).containsEntry("mine", "1").containsEntry("b", " ").containsKey("access_token");
        assertThat(page.uri().getRawQuery()).startsWith("mine=1&b=%20&access_token=");
        assertThat(page.uri().getFragment()).isEqualTo("part");
        Expect.status(200, ada.exchanges(page.query().get("access_token")));
    }

    @Test
    void pagesBesidesThatOfTheProviderAreAllowedByAList() {
        settings.set("gatehouse.connect.callbacks", "http://front.example/other, myapp://login/done");

        assertThat(ada.arrives("?callback=" + encoded("http://front.example/other?x=1")).query()).containsKey("access_token");
        assertThat(gatehouse.get("/api/connect/acme?callback=" + encoded("myapp://login/done")).status()).isEqualTo(302);
    }

    @Test
    void whatTheProviderSaysReachesTheFrontEnd() {
        try (var strict = IdentityProvider.open()) {
            settings.set(Acme.settings(strict, "strict"));
            strict.denies("access_denied", "The user refused");

            var page = new Traveller(gatehouse, strict, "strict")
                    .arrives("?callback=" + encoded(Traveller.FRONT_END + "?mine=1"));

            assertThat(page.uri().getRawQuery())
                    .isEqualTo("mine=1&error=access_denied&error_description=The+user+refused");
        }
    }

    @Test
    void aProviderThatDoesNotAnswerWellEndsAtTheFrontEnd() {
        PROVIDER.answers("/token", ProviderAnswer.html(500, "<p>Sorry"));

        var page = ada.arrives();

        assertThat(page.query()).containsEntry("error", "oauth_error").containsKey("error_description")
                .doesNotContainKey("access_token");
    }

    @Test
    void aProviderWithoutPageForItsPeopleIsRefusedWhenTheyComeBack() {
        settings.set(PROVIDER.settingsOfOAuth2("homeless"));

        Expect.refusal(400, "Provider callback URL is not configured",
                gatehouse.get("/api/connect/homeless/callback?code=x&state=y"));
        Expect.refusal(400, "Provider callback URL is not configured",
                new Traveller(gatehouse, PROVIDER, "homeless").arrives().answer());
    }

    @Test
    void whatIsNoProviderIsRefusedAsTheContractSays() {
        for (var path : new String[] {"/connect/github", "/connect/nosuch", "/connect/github/", "/connect/GITHUB",
                "/connect/__proto__", "/connect/local", "/connect/github/callback", "/connect/nosuch/callback",
                "/auth/github/callback?access_token=x", "/auth/nosuch/callback?access_token=x"}) {
            Expect.refusal(400, "This provider is disabled", gatehouse.get("/api" + path));
        }
        Expect.refusal(400, "Unknown OAuth provider", gatehouse.get("/api/connect/email"));
        Expect.refusal(400, NOT_COMPLETED, gatehouse.get("/api/auth/email/callback?access_token=x"));
        assertThat(gatehouse.get("/api/connect").status()).isEqualTo(404);
        assertThat(gatehouse.post("/api/connect/acme", "{}").status()).isEqualTo(405);
        assertThat(gatehouse.post("/api/auth/local/callback", "{}").status()).isEqualTo(405);
    }

    @Test
    void aProviderOfTheCatalogueNeedsAKeyAndASecret() {
        settings.set(Map.of("gatehouse.provider.github.key", "KEY", "gatehouse.provider.github.secret", "SECRET",
                "gatehouse.provider.github.callback", Traveller.FRONT_END.toString()));

        var answer = Expect.status(302, gatehouse.get("/api/connect/github?scope=repo&state=mine&foo=bar"));

        var location = answer.header("Location").orElseThrow();
        assertThat(location).startsWith("https://github.com/login/oauth/authorize?").contains("client_id=KEY")
                .contains(encoded(gatehouse.connect("github") + "/callback")).doesNotContain("repo").doesNotContain("mine")
                .doesNotContain("foo").doesNotContain("SECRET");
    }

    @Test
    void aProviderThatIsSwitchedOffActsAtOnce() {
        settings.set(Acme.settings(PROVIDER, "fleeting"));
        var bob = new Traveller(gatehouse, PROVIDER, "fleeting");
        var ticket = bob.ticket();
        settings.set("gatehouse.provider.fleeting.enabled", "false");

        Expect.refusal(400, "This provider is disabled", bob.exchanges(ticket));
        Expect.refusal(400, "This provider is disabled", gatehouse.get("/api/connect/fleeting"));
    }

    @Test
    void whoeverIsSignedInOrHasABadTokenIsAnsweredAsEverywhere() {
        var login = ada.logsIn();

        Expect.forbidden(gatehouse.as(login.jwt()).get("/api/connect/acme"));
        Expect.invalidToken(gatehouse.as("x").get("/api/connect/acme"));
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
