package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and paths that are spelt to confuse. */
class PathsIT {

    private final Wire wire = Wire.to(Gatehouse.shared());

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "PROPFIND", "FOO", "post", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aMethodThatThePathDoesNotHaveIsNotAllowed(String method) {
        for (var path : List.of("/api/auth/local", "/api/nothing", "/api/health/live")) {
            var answer = wire.send(new WireRequest(method, path, List.of(), null, false));
            Decency.checkRefusal(answer, 405);
            assertThat(answer.headers("Allow").get(0)).contains("GET").doesNotContain(method);
        }
    }

    @Test
    void traceDoesNotShowHeadersToAnybody() {
        var answer = wire.send(new WireRequest("TRACE", "/api/users/me", List.of("X-Secret: abc"), null, false));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/../WEB-INF/web.xml", "/api/%2e%2e/WEB-INF/web.xml", "/WEB-INF/web.xml", "/%57EB-INF/web.xml",
            "/api/;/../WEB-INF/web.xml", "//WEB-INF/web.xml", "/META-INF/microprofile-config.properties",
            "/WEB-INF/classes/META-INF/persistence.xml", "/api/auth/..;/..;/WEB-INF/web.xml"})
    void whatIsInsideTheApplicationCannotBeRead(String path) {
        var answer = wire.send(WireRequest.get(path));
        assertThat(answer.status()).as("%s", answer).isGreaterThanOrEqualTo(300);
        assertThat(answer.body()).doesNotContain("web-app", "persistence-unit", "gatehouse.mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/{x}", "/api/users/{id}/", "/api/auth/local{", "/api/%7Bx%7D", "/api/é", "/api/auth/loca\u212A",
            "/api/auth/local%0d%0aX:%20y", "/api/application.wadl", "/api/auth/local%20", "/api//users//me", "/api/./users/me",
            "/api/a|b", "/api/a\"b", "/api/[x]", "/api/health/live%2f"})
    void anOddPathIsNotFoundInTheEnvelope(String path) {
        Decency.checkRefusal(wire.send(WireRequest.get(path)), 400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me;a=b", "/api/USERS/ME", "/api/users/me/", "/api;x/users/me", "/api/users/me?x={a}",
            "/api/users/ME/?x=%zz&{}", "http://evil.example/api/users/me"})
    void noSpellingOfAPathGetsPastThePermissions(String path) {
        Decency.checkRefusal(wire.send(WireRequest.get(path)), 400, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?confirmation=%00", "?confirmation=%ff", "?confirmation=%zz", "?confirmation[a]=1",
            "?confirmation[]=1", "?confirmation=a&confirmation=b", "?1=2", "?0", "?%00=1", "?=", "?confirmation=%ED%A0%80"})
    void anOddQueryIsABadRequest(String query) {
        Decency.checkRefusal(wire.send(WireRequest.get("/api/auth/email-confirmation" + query)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?%", "?%zz=1", "?a=%u0041"})
    void aMalformedQueryDoesNoHarmWhereAFormIsAnnounced(String query) {
        for (var path : List.of("/api/health/live", "/api/users/me", "/api/auth/local")) {
            Decency.check(wire.send(WireRequest.get(path + query).with("Content-Type: application/x-www-form-urlencoded")));
            Decency.check(wire.send(WireRequest.form(path + query, "")));
        }
    }

    @Test
    void thousandsOfParametersDoNoHarm() {
        Decency.checkRefusal(wire.send(WireRequest.get("/api/auth/email-confirmation?" + "a[b][c]=1&".repeat(700))), 400);
        Decency.checkRefusal(wire.send(WireRequest.form("/api/auth/local", "a[]=1&".repeat(9000))), 400);
        Decency.checkRefusal(wire.send(WireRequest.form("/api/auth/local", "a" + "[]".repeat(20_000) + "=1")), 400);
    }
}
