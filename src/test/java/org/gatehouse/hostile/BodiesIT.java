package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are malformed, huge, or not what they claim to be. */
class BodiesIT {

    private static final String LOGIN = "/api/auth/local";
    private static final String REGISTER = "/api/auth/local/register";
    private static final String NESTED = "[".repeat(97) + "1,".repeat(500_000) + "1" + "]".repeat(97);

    private final Wire wire = Wire.to(Gatehouse.shared());

    @Test
    void aSmallRequestDoesNotMakeAHugeAnswer() {
        var body = HostileBody.gzipped(HostileBody.bytes("{\"identifier\":" + NESTED + ",\"password\":\"x\"}"));
        Decency.checkRefusal(wire.send(gzip(LOGIN, body)), 400);
        Decency.checkRefusal(wire.send(gzip("/api/auth/forgot-password", HostileBody.gzipped(HostileBody.bytes(
                "{\"email\":" + NESTED + "}")))), 400);
        Decency.checkRefusal(wire.send(gzip(REGISTER, HostileBody.gzipped(HostileBody.bytes(NESTED.substring(96))))), 400);
    }

    @Test
    void longAndManyNamesAreNotAllRepeated() {
        var names = String.join(",", Collections.nCopies(90, "\"%s\":1")).formatted(
                java.util.stream.IntStream.range(0, 90).mapToObj(number -> number + "k".repeat(10_000)).toArray());
        Decency.checkRefusal(wire.send(WireRequest.post(REGISTER, "{" + names + "}")), 400);
    }

    @Test
    void aGzipBombIsRefusedAsTooLarge() {
        Decency.checkRefusal(wire.send(gzip(LOGIN, HostileBody.gzipped(new byte[50_000_000]))), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "compress", "x;q=1"})
    void anUnknownContentEncodingIsUnsupported(String encoding) {
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "{}").with("Content-Encoding: " + encoding)), 415);
    }

    @Test
    void aTruncatedGzipBodyIsABadRequest() {
        var whole = HostileBody.gzipped(HostileBody.bytes("{\"identifier\":\"a\",\"password\":\"b\"}"));
        for (var length : new int[] {0, 5, whole.length - 9, whole.length - 1}) {
            Decency.checkRefusal(wire.send(gzip(LOGIN, HostileBody.cut(whole, length))), 400);
        }
    }

    @Test
    void numbersBeyondAllBoundsAreBadRequests() {
        for (var number : new String[] {"9".repeat(1101), "0." + "1".repeat(5000), "1e99999999999", "-1e999999999", "1e-99999999999"}) {
            Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "{\"identifier\":" + number + ",\"password\":\"x\"}")), 400);
        }
    }

    @Test
    void deepJsonIsABadRequest() {
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "[".repeat(500_000))), 400);
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "{\"a\":".repeat(101) + "1" + "}".repeat(101))), 400);
    }

    @Test
    void nothingMayFollowTheJsonValue() {
        var login = "{\"identifier\":\"nobody\",\"password\":\"x\"}";
        for (var rest : new String[] {"x", "{}", ",", "]", "\"a\""}) {
            var answer = wire.send(WireRequest.post(LOGIN, login + rest));
            Decency.checkRefusal(answer, 400);
            assertThat(answer.json().getJsonObject("error").getString("name")).isEqualTo("SyntaxError");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"identifier\":\"\\ud800\"}", "{\"\\udfff\":1}", "{\"identifier\":\"a\\u0000\"}"})
    void textThatNoDatabaseCanStoreIsABadRequest(String json) {
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, json)), 400);
        Decency.checkRefusal(wire.send(WireRequest.post(REGISTER, json)), 400);
    }

    @Test
    void bytesThatAreNoUtf8AreABadRequest() {
        for (var bytes : new String[] {"\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e2\u0082"}) {
            var json = ("{\"identifier\":\"" + bytes + "\",\"password\":\"x\"}").getBytes(StandardCharsets.ISO_8859_1);
            Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "application/json", json)), 400);
            var form = ("identifier=" + bytes + "&password=x").getBytes(StandardCharsets.ISO_8859_1);
            Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "application/x-www-form-urlencoded", form)), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0=a", "0=a&1=b", "[]=1&[=2&=3&]=4", "a[b][c]=1&a[]=2&a=3", "identifier=%zz", "identifier=%",
            "identifier=%00", "__proto__[x]=1", "&&&"})
    void oddFormsAreBadRequests(String form) {
        Decency.checkRefusal(wire.send(WireRequest.form(LOGIN, form)), 400);
        Decency.checkRefusal(wire.send(WireRequest.form(REGISTER, form)), 400);
        Decency.checkRefusal(wire.send(WireRequest.get("/api/auth/email-confirmation?" + form)), 400);
    }

    @Test
    void aFormWithLettersThatAreNotPercentEncodedKeepsThem() {
        var name = "名前" + UUID.randomUUID();
        var form = "username=" + name + "&email=" + UUID.randomUUID() + "@example.org&password=";
        assertThat(wire.send(WireRequest.form(REGISTER, form + "日本語のパスワード九")).status()).isEqualTo(200);
        assertThat(Gatehouse.shared().login(name, "日本語のパスワード九").status()).isEqualTo(200);
        assertThat(Gatehouse.shared().login(name, "??????????").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
            "--x\r\nContent-Disposition: form-data; name=\"a\"",
            "--x\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"f\"\r\nContent-Type: multipart/mixed\r\n\r\nno boundary\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name*=UTF-8''%zz\r\n\r\nv\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"=?utf-8?B?Y?=\"\r\n\r\nv\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\0b\"\r\n\r\nv\r\n--x--",
            "--x\r\ngarbage\r\n\r\nv\r\n--x--", "--x--", "x"})
    void oddMultipartBodiesAreBadRequests(String body) {
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "multipart/form-data; boundary=x", HostileBody.bytes(body))), 400);
    }

    @Test
    void multipartPartsAreNeitherEndlesslyManyNorEndlesslyLong() {
        var header = "--x\r\nContent-Disposition: form-data; name=\"" + "a".repeat(100_000) + "\"\r\n\r\nv\r\n--x--";
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "multipart/form-data; boundary=x", HostileBody.bytes(header))),
                400, 413);
        var parts = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n".repeat(5000) + "--x--";
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "multipart/form-data; boundary=x", HostileBody.bytes(parts))),
                400, 413);
    }

    @Test
    void bodiesBeyondTheLimitsAreTooLarge() {
        Decency.checkRefusal(wire.send(WireRequest.post(LOGIN, "{\"a\":\"" + "a".repeat(1 << 20) + "\"}")), 413);
        Decency.checkRefusal(wire.send(WireRequest.form(LOGIN, "a=" + "a".repeat(60_000))), 413);
    }

    private static WireRequest gzip(String target, byte[] body) {
        return WireRequest.post(target, "application/json", body).with("Content-Encoding: gzip");
    }
}
