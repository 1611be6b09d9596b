package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Over https the cookie's name says that no other host has planted it, and it never travels in clear (ASVS 3.3.1, 3.3.3).
 * What counts is the address that Gatehouse has for its clients: here, as usual, a proxy ends the encryption.
 */
@Tag("once")
class RefreshCookieOverHttpsIT {

    private static Gatehouse gatehouse;

    private final Person ada = Person.anybody();

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(Map.of("gatehouse.url", "https://accounts.example.org",
                "gatehouse.jwt.management", "refresh", "gatehouse.sessions.http-only", "true"));
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @Test
    void itIsSecureAndBoundToItsHost() {
        ada.joins(gatehouse);

        var cookie = Cookie.of(ada.loginAt(gatehouse));

        assertThat(cookie.name()).isEqualTo("__Host-gatehouse_refresh");
        assertThat(cookie.attributes()).contains("secure", "httponly", "samesite=lax", "path=/")
                .noneMatch(attribute -> attribute.startsWith("domain"));
    }

    @Test
    void itIsReadAndClearedUnderThatNameAndNoOther() {
        ada.joins(gatehouse);
        var login = ada.loginAt(gatehouse);
        var cookie = Cookie.of(login);

        Expect.refusal(400, "Missing refresh token", refresh("gatehouse_refresh=" + cookie.value()));
        var next = Expect.status(200, refresh(cookie.header()));
        var cleared = Cookie.of(Expect.status(200, gatehouse.as(next.jwt())
                .with("Cookie", Cookie.of(next).header()).post("/api/auth/logout", Map.of())));

        assertThat(cleared.name()).isEqualTo(cookie.name());
        assertThat(cleared.attributes()).contains("max-age=0", "secure", "path=/", "httponly");
        Expect.invalidToken(gatehouse.me(next.jwt()));
    }

    private static Answer refresh(String cookie) {
        return gatehouse.anonymous().with("Cookie", cookie).post("/api/auth/refresh", Map.of());
    }
}
