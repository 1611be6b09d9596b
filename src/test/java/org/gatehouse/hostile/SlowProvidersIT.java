package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.hostile.ProviderLogin.isRefused;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Page;
import org.gatehouse.systems.ProviderAnswer;
import org.gatehouse.systems.ProviderAnswer.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that are slow, broken or after something: the front end hears of it soon, and nobody else feels it. */
@Tag("once")
class SlowProvidersIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOON = TIMEOUT.plusSeconds(6); // two calls may come to their end, on a busy machine
    private static final int MANY = 40;

    @RegisterExtension
    static final DeclaredProviders PROVIDERS = new DeclaredProviders();

    private static final int TESTS = 45;
    private static int used;

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final String name = "slow" + used++;
    private final ExecutorService crowd = Executors.newFixedThreadPool(MANY);

    @BeforeAll
    static void declare() {
        used = 0;
        for (var number = 0; number < TESTS; number++) {
            PROVIDERS.openId("slow" + number, Map.of());
        }
        PROVIDERS.openId("good", Map.of()).oauth1("signed")
                .setting("gatehouse.http.timeout", TIMEOUT.toSeconds() + "s").declare();
    }

    @AfterEach
    void end() {
        crowd.shutdownNow();
    }

    /** What a provider answers where something else is due. */
    record Trouble(String what, ProviderAnswer answer) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble("hangs", ProviderAnswer.silence()),
                new Trouble("drips one byte a second", ProviderAnswer.json(200, "{\"access_token\":\"x\"}")
                        .at(Pace.ONE_BYTE_A_SECOND)),
                new Trouble("answers 10 MB", ProviderAnswer.huge(10_000_000)),
                new Trouble("redirects to a private address",
                        ProviderAnswer.redirect(307, URI.create("http://169.254.169.254/latest/meta-data/"))),
                new Trouble("answers a page", ProviderAnswer.html(200, "<html><body>Sorry, we are closed</body></html>")),
                new Trouble("answers nothing", ProviderAnswer.of(200, "application/json", "")),
                new Trouble("answers half of it", ProviderAnswer.json(200, "{\"access_token\":\"x")),
                new Trouble("answers a list", ProviderAnswer.json(200, "[[[]]]")),
                new Trouble("answers too deep", ProviderAnswer.json(200, "[".repeat(100_000))),
                new Trouble("breaks down", ProviderAnswer.of(500, "text/plain", "NullPointerException")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theTokenEndpoint(Trouble trouble) {
        PROVIDERS.get(name).answers("/token", trouble.answer());
        isRefusedSoon(name);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theUserinfoEndpoint(Trouble trouble) {
        PROVIDERS.get(name).answers("/userinfo", trouble.answer());
        isRefusedSoon(name);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theMetadata(Trouble trouble) {
        PROVIDERS.get(name).answers("/.well-known/openid-configuration", trouble.answer());
        isRefusedSoon(name);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theKeys(Trouble trouble) {
        PROVIDERS.get(name).answers("/jwks", trouble.answer());
        isRefusedSoon(name);
    }

    @Test
    void theTokensOfOAuth1() {
        PROVIDERS.get("signed").answers("/oauth1/request-token", ProviderAnswer.silence());
        isRefusedSoon("signed");
    }

    @Test
    void metadataCannotSendUsToAPrivateAddress() {
        PROVIDERS.get(name).claims("token_endpoint", "https://169.254.169.254/token");
        isRefusedSoon(name);
    }

    @Test
    void whileOneProviderHangsEverythingElseGoesOn() {
        var good = PROVIDERS.get("good");
        var hanging = PROVIDERS.get(name).answers("/token", ProviderAnswer.silence());
        var login = ProviderLogin.with("good");
        var token = login.exchanges(login.comesBack()).jwt();
        var waiting = IntStream.range(0, MANY).mapToObj(number -> crowd.submit((Callable<Page>) () ->
                ProviderLogin.with(name).comesBack())).toList();
        Await.until("the provider to be asked", Duration.ofSeconds(20), () -> !hanging.received("/token").isEmpty());
        assertThat(timeOf(() -> gatehouse.me(token).status())).isLessThan(TIMEOUT);
        assertThat(timeOf(() -> ProviderLogin.with("good").comesBack())).isLessThan(TIMEOUT);
        assertThat(waiting).as("those who wait").allSatisfy(page -> isRefused(page.get()));
        assertThat(good.received("/token")).hasSize(2);
    }

    private static void isRefusedSoon(String provider) {
        var login = ProviderLogin.with(provider);
        var started = Instant.now();
        var page = isRefused(login.comesBack());
        assertThat(Duration.between(started, Instant.now())).isLessThan(SOON);
        assertThat(page.query().get("error_description")).doesNotContain("NullPointer", "<html>");
    }

    private static Duration timeOf(Callable<?> work) {
        var started = Instant.now();
        try {
            work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return Duration.between(started, Instant.now());
    }
}
