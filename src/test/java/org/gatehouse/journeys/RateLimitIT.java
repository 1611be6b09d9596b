package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/**
 * One address may call one route ten times a minute (ASVS 6.3.1). The window of a minute cannot be waited for, so each
 * test here has a route of its own.
 */
class RateLimitIT {

    private static final String FORGOT = "/api/auth/forgot-password";
    private static final String RESET = "/api/auth/reset-password";
    private static final String SEND = "/api/auth/send-email-confirmation";
    private static final String TOO_MANY = "Too many requests, please try again later.";
    private static final Map<String, String> NOBODY = Map.of("email", "nobody@example.org");

    private final Gatehouse gatehouse = Nodes.direct();

    @Test
    void theEleventhCallWithinAMinuteIsRefusedAndToldWhenToComeBack() {
        for (var left = 9; left >= 0; left--) {
            var answer = Expect.status(200, gatehouse.post(FORGOT, NOBODY));
            assertThat(number(answer, "X-RateLimit-Limit")).isEqualTo(10);
            assertThat(number(answer, "X-RateLimit-Remaining")).isEqualTo(left);
        }

        var refused = Expect.refusal(429, TOO_MANY, gatehouse.post(FORGOT, Map.of("email", "other@example.org")));

        assertThat(refused.errorName()).isEqualTo("RateLimitError");
        assertThat(number(refused, "X-RateLimit-Limit")).isEqualTo(10);
        assertThat(number(refused, "X-RateLimit-Remaining")).isZero();
        assertThat(number(refused, "Retry-After")).isBetween(1L, 60L);
        assertThat(number(refused, "X-RateLimit-Reset") - Instant.now().getEpochSecond()).isBetween(0L, 60L);
        assertThat(gatehouse.login("nobody", "nothing at all").status()).isEqualTo(400); // another route, its own count
    }

    /** CVE-2023-38507: another spelling of the path was another counter. */
    @Test
    void anotherSpellingOfThePathIsTheSameRoute() {
        for (var i = 0; i < 5; i++) {
            Expect.status(200, gatehouse.post("/api/Auth/SEND-email-confirmation", NOBODY));
            Expect.status(200, gatehouse.post(SEND + "/?x=" + i, NOBODY));
        }

        Expect.refusal(429, TOO_MANY, gatehouse.post(SEND, NOBODY));
        for (var spelling : List.of(SEND + "/", SEND + "//", SEND + "?x", SEND + ";x", SEND + "%2F", SEND + "%20",
                SEND.replace("auth/", "auth//"), SEND.replace("auth/", "auth;x/"), SEND.replace("auth/", "./auth/"),
                SEND.replace("auth/", "x/../auth/"), SEND.replace("send", "%73end"), SEND.replace("send", "%53end"),
                SEND.replace("auth", "%61uth"), SEND.replace("api", "%61pi"), SEND.replace("api", "API"), "/" + SEND,
                SEND.replace("api/", "api//"), SEND.replace("-", "%2D"))) {
            var answer = gatehouse.post(gatehouse.baseUri() + spelling, NOBODY);
            assertThat(answer.status()).as(spelling).isBetween(400, 429);
        }
    }

    @Test
    void whatACallerWritesAboutWhereTheyComeFromCountsForNothing() {
        for (var i = 0; i < 10; i++) {
            Expect.incorrectCode(from("198.51.100." + i));
        }

        Expect.refusal(429, TOO_MANY, from("198.51.100.99"));
        Expect.refusal(429, TOO_MANY, from("198.51.100.1, 127.0.0.1"));
        Expect.refusal(429, TOO_MANY, gatehouse.resetPassword("none", Person.PASSWORD));
        assertThat(gatehouse.server().log()).content()
                .containsOnlyOnce("127.0.0.1 sends X-Forwarded-For but is not listed in gatehouse.proxies");
    }

    /** As in the contract: who may not call a route at all does not use up the calls of those who may. */
    @Test
    void callsThatWereRefusedForLackOfPermissionDoNotCount() {
        var token = Person.anybody().joins(Gatehouse.shared());
        for (var i = 0; i < 12; i++) {
            Expect.forbidden(gatehouse.post("/api/auth/change-password", Map.of()));
            Expect.invalidToken(gatehouse.as("x").post("/api/auth/change-password", Map.of()));
        }

        var counted = gatehouse.as(token).post("/api/auth/change-password", Map.of());

        Expect.status(400, counted);
        assertThat(number(counted, "X-RateLimit-Remaining")).isEqualTo(9);
    }

    @Test
    void otherRoutesAreNotLimited() {
        var token = Person.anybody().joins(Gatehouse.shared());

        for (var i = 0; i < 15; i++) {
            assertThat(Expect.status(200, gatehouse.me(token)).header("X-RateLimit-Limit")).isEmpty();
            Expect.status(400, gatehouse.get("/api/auth/email-confirmation?confirmation=x"));
        }
    }

    private Answer from(String address) {
        return gatehouse.anonymous().with("X-Forwarded-For", address).post(RESET, Map.of("code", "none",
                "password", Person.PASSWORD, "passwordConfirmation", Person.PASSWORD));
    }

    private static long number(Answer answer, String header) {
        return Long.parseLong(answer.header(header).orElseThrow(() -> new AssertionError("no " + header)));
    }
}
