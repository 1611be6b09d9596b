package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that are malformed, repeated, or that claim something. */
class HeadersIT {

    private static final String LOGIN = "{\"identifier\":\"nobody\",\"password\":\"x\"}";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Wire wire = Wire.to(gatehouse);

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "/", "a/b/c", "application/json; charset", "application/json; charset=",
            "application/json;charset=\"", "application/json, text/plain", "multipart/form-data",
            "multipart/form-data; boundary=", "*/*", "text/html", "application/json;;"})
    void aMalformedOrUnknownContentTypeIsRefusedInTheEnvelope(String contentType) {
        Decency.checkRefusal(wire.send(WireRequest.post("/api/auth/local", contentType, HostileBody.bytes(LOGIN))), 400, 415);
    }

    @Test
    void aBodyWithoutContentTypeIsUnsupported() {
        var request = WireRequest.post("/api/auth/local", LOGIN);
        Decency.checkRefusal(wire.send(new WireRequest("POST", request.target(), java.util.List.of(), request.body(), false)), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: text/html;q=0", "Accept: */*;q=abc", "Accept: a/b/c", "Accept: ;;;",
            "Accept: image/png", "Accept-Language: %%%;q=NaN", "Accept-Charset: nope", "Cookie: ;;;=;$Version=x",
            "If-None-Match: *", "Range: bytes=0-", "X-HTTP-Method-Override: DELETE", "Origin: null"})
    void headersThatCannotBeSatisfiedOrReadAreAnsweredInTheEnvelope(String header) {
        Decency.checkRefusal(wire.send(WireRequest.post("/api/auth/local", LOGIN).with(header)), 400, 406, 417);
        Decency.checkRefusal(wire.send(WireRequest.get("/api/users/me").with(header)), 400, 403, 406, 417);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer ..", "Bearer e30.e30.e30",
            "Bearer eyJhbGciOiJSUzI1NiIsImNyaXQiOlsieCJdfQ.e30.AA", "Bearer eyJhbGciOlsiUlMyNTYiXX0.e30.AA"})
    void aTokenThatWeDidNotIssueIsRefusedEverywhere(String authorization) {
        Decency.checkRefusal(wire.send(WireRequest.get("/api/users/me").with("Authorization: " + authorization)), 401);
        Decency.checkRefusal(wire.send(WireRequest.post("/api/auth/local", LOGIN).with("Authorization: " + authorization)), 401);
    }

    @Test
    void twoAuthorizationHeadersAreWorthNothing() {
        var name = "two" + UUID.randomUUID();
        var jwt = gatehouse.register(name, name + "@example.org", "Correct-Horse-7-Battery").jwt();
        var me = WireRequest.get("/api/users/me").with("Authorization: Bearer " + jwt);
        assertThat(wire.send(me).status()).isEqualTo(200);
        Decency.checkRefusal(wire.send(me.with("Authorization: Bearer " + jwt)), 401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:99999", "a b", "[", "{x}", "evil@x", "%zz", "localhost:abc"})
    void theHostHeaderIsNeitherBelievedNorHarmful(String host) {
        Decency.check(wire.send(WireRequest.post("/api/auth/local", LOGIN).with("Host: " + host)));
        Decency.check(wire.send(WireRequest.get("/api/users/me/").with("Host: " + host)));
    }

    @Test
    void redirectsTokensAndMailsDoNotCarryTheHostHeader() {
        var name = "host" + UUID.randomUUID();
        var email = name + "@example.org";
        var body = "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"Correct-Horse-7-Battery\"}".formatted(name, email);
        var evil = "Host: evil.example";
        var jwt = wire.send(WireRequest.post("/api/auth/local/register", body).with(evil)).json().getString("jwt");
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]))).doesNotContain("evil");
        gatehouse.database().update("update gatehouse_user set confirmed = false where username = ?", name);
        wire.send(WireRequest.post("/api/auth/send-email-confirmation", "{\"email\":\"" + email + "\"}").with(evil)
                .with("X-Forwarded-Host: evil.example").with("Forwarded: host=evil.example"));
        var mail = gatehouse.inbox().awaitMailTo(email);
        assertThat(mail.text() + mail.html() + mail.headers()).doesNotContain("evil").contains(gatehouse.baseUri().toString());
        var next = wire.send(WireRequest.get(mail.link().substring(gatehouse.baseUri().toString().length())).with(evil));
        assertThat(next.status()).isEqualTo(302);
        assertThat(next.headers("Location")).containsExactly("/");
    }

    @Test
    void headersOfAnOriginAreNotMixedUp() {
        var answer = wire.send(WireRequest.get("/api/health/live").with("Origin: http://a.example"));
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("http://a.example");
        assertThat(answer.headers("Vary")).anyMatch(value -> value.contains("Origin"));
    }
}
