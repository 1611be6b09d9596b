package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The refresh token in a cookie that scripts cannot read, where the operator or the client wants it there. */
class RefreshCookieIT {

    @RegisterExtension
    static final ChangedSettings MODE = RefreshMode.on();

    private static final String HTTP_ONLY = "gatehouse.sessions.http-only";
    private static final String FOURTEEN_DAYS = "max-age=1209600";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @BeforeEach
    void adaHasAnAccount() {
        ada.joins(gatehouse);
    }

    /** ASVS 3.3.4 and 3.3.2: neither scripts nor, as a rule, other sites get at it. */
    @Test
    void theCookieIsHttpOnlyAndSameSite() {
        settings.set(HTTP_ONLY, "true");

        var login = Expect.status(200, ada.loginAt(gatehouse));

        var cookie = Cookie.of(login);
        assertThat(login.json()).containsOnlyKeys("jwt", "user");
        assertThat(cookie.name()).isEqualTo("gatehouse_refresh");
        assertThat(cookie.value()).matches("[\\w-]{43}");
        assertThat(cookie.attributes()).contains("httponly", "samesite=lax", "path=/", FOURTEEN_DAYS)
                .doesNotContain("secure").noneMatch(attribute -> attribute.startsWith("domain"));
    }

    @Test
    void nameAndSameSiteAreTheOperators() {
        settings.set(Map.of(HTTP_ONLY, "true", "gatehouse.sessions.cookie.name", "ours",
                "gatehouse.sessions.cookie.same-site", "strict"));

        var cookie = Cookie.of(ada.loginAt(gatehouse));

        assertThat(cookie.name()).isEqualTo("ours");
        assertThat(cookie.attributes()).contains("samesite=strict");
    }

    @Test
    void theCookieIsExchangedForTheNext() {
        settings.set(HTTP_ONLY, "true");
        var first = Cookie.of(ada.loginAt(gatehouse));

        var answer = Expect.status(200, refresh(with(first)));

        assertThat(answer.json()).containsOnlyKeys("jwt");
        var second = Cookie.of(answer);
        assertThat(second.value()).isNotEqualTo(first.value());
        assertThat(second.attributes()).contains("httponly", "samesite=lax", "path=/", FOURTEEN_DAYS);
        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, refresh(with(first)));
        Expect.status(200, refresh(with(second)));
    }

    @Test
    void aClientAsksForTheCookieByAHeader() {
        var browser = gatehouse.anonymous().with("x-strapi-refresh-cookie", "httpOnly");

        var login = Expect.status(200, browser.post("/api/auth/local",
                Map.of("identifier", ada.username(), "password", ada.password())));
        assertThat(login.json()).containsOnlyKeys("jwt", "user");
        var next = Expect.status(200, refresh(browser.with("Cookie", Cookie.of(login).header())));

        assertThat(next.json()).containsOnlyKeys("jwt");
        Expect.status(200, refresh(browser.with("Cookie", Cookie.of(next).header())));
    }

    @Test
    void whoeverAsksForNothingGetsNoCookie() {
        var login = ada.loginAt(gatehouse);

        assertThat(login.headers().allValues("set-cookie")).isEmpty();
        assertThat(login.json()).containsKey("refreshToken");
    }

    /** ASVS 7.4.1. */
    @Test
    void loggingOutEndsTheSessionOfTheCookieAndClearsIt() {
        settings.set(HTTP_ONLY, "true");
        var login = ada.loginAt(gatehouse);
        var cookie = Cookie.of(login);

        var logout = Expect.status(200, logout(login.jwt(), cookie));

        var cleared = Cookie.of(logout);
        assertThat(cleared.name()).isEqualTo(cookie.name());
        assertThat(cleared.value()).isEmpty();
        assertThat(cleared.attributes()).contains("max-age=0", "path=/", "httponly");
        Expect.invalidToken(gatehouse.me(login.jwt()));
        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, refresh(with(cookie)));
    }

    @Test
    void aCookieThatIsThereIsClearedWhoeverSwitchedTheCookiesOff() {
        settings.set(HTTP_ONLY, "true");
        var login = ada.loginAt(gatehouse);
        settings.set(HTTP_ONLY, "false");

        assertThat(Cookie.of(Expect.status(200, logout(login.jwt(), Cookie.of(login)))).attributes())
                .contains("max-age=0");
        Expect.invalidToken(gatehouse.me(login.jwt()));
    }

    /** A new password leaves the browser with the cookie of a session that has ended; logging out means this one. */
    @Test
    void loggingOutEndsTheSessionInUseThoughTheCookieIsOfAnEarlierOne() {
        settings.set(HTTP_ONLY, "true");
        var login = ada.loginAt(gatehouse);
        var changed = Expect.status(200,
                gatehouse.changePassword(login.jwt(), ada.password(), Person.OTHER_PASSWORD));

        Expect.status(200, logout(changed.jwt(), Cookie.of(login)));

        Expect.invalidToken(gatehouse.me(changed.jwt()));
    }

    @Test
    void anEmptyCookieIsNone() {
        Expect.refusal(400, "Missing refresh token",
                refresh(gatehouse.anonymous().with("Cookie", "gatehouse_refresh=")));
    }

    /** A cookie is no bearer token: nothing but refresh and logout looks at it, so other sites can do nothing by it. */
    @Test
    void theCookieAloneOpensNothing() {
        settings.set(HTTP_ONLY, "true");
        var client = with(Cookie.of(ada.loginAt(gatehouse)));

        Expect.forbidden(client.get("/api/users/me"));
        Expect.forbidden(client.get("/api/auth/sessions"));
        Expect.forbidden(client.post("/api/auth/logout", Map.of("scope", "all")));
    }

    private Answer logout(String jwt, Cookie cookie) {
        return gatehouse.as(jwt).with("Cookie", cookie.header()).post("/api/auth/logout", Map.of());
    }

    private Client with(Cookie cookie) {
        return gatehouse.anonymous().with("Cookie", cookie.header());
    }

    private static Answer refresh(Client client) {
        return client.post("/api/auth/refresh", Map.of());
    }
}
