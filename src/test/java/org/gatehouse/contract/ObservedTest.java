package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.Test;

class ObservedTest {

    @Test
    void takesTheHeadersClientsGoByAndNoOthers() {
        JsonObject answer = Observed.answer(answer(200, "", Map.of("Content-Type", List.of("text/plain;charset=UTF-8"),
                "Allow", List.of("POST,GET"), "Set-Cookie", List.of("JSESSIONID=1"), "Date", List.of("today"))));
        assertThat(answer.getJsonObject("headers")).hasToString("{\"allow\":\"GET, POST\","
                + "\"content-type\":\"text/plain;charset=utf-8\",\"set-cookie\":\"JSESSIONID=1\"}");
    }

    @Test
    void readsJsonOnlyWhereTheAnswerSaysSo() {
        assertThat(Observed.answer(answer(200, "{}", json())).get("body")).hasToString("{}");
        assertThat(Observed.answer(answer(200, "{}", Map.of())).get("body")).hasToString("\"{}\"");
        assertThat(Observed.answer(answer(404, "", json())).get("body")).hasToString("\"\"");
        assertThat(Observed.answer(answer(200, "{", json())).getString("body")).isEqualTo("not JSON: {");
    }

    @Test
    void tellsForWhomAndHowLongATokenIs() {
        String claims = encoded("{\"id\":3,\"iat\":100,\"exp\":102}");
        JsonObject answer = Observed.answer(answer(200, "{\"jwt\":\"h." + claims + ".s\"}", json()));
        assertThat(answer.getJsonObject("token")).hasToString("{\"id\":3,\"lifetime\":2}");
    }

    @Test
    void cookiesAreAlikeWhoseAttributesDifferInOrderAndLetterCaseOnly() {
        JsonObject one = Observed.answer(answer(200, "", setCookie("a=B;Version=1;Path=/;HttpOnly")));
        JsonObject other = Observed.answer(answer(200, "", setCookie("a=B; httponly; path=/")));
        JsonObject third = Observed.answer(answer(200, "", setCookie("a=b; httponly; path=/")));
        assertThat(one).isEqualTo(other).isNotEqualTo(third);
    }

    @Test
    void showsAMailWithoutTheLineEndsOfItsJourney() {
        assertThat(Observed.mail(mail(List.of()))).hasToString("{\"to\":\"b@peer.test\",\"from\":\"a@peer.test\","
                + "\"subject\":\"Hello\",\"text\":\"x\\ny\",\"html\":\"\"}");
    }

    @Test
    void showsWhereAnswersGoOnlyIfTheMailSaysIt() {
        assertThat(Observed.mail(mail(List.of("Reply-To: c@peer.test"))).getString("replyTo")).isEqualTo("c@peer.test");
        assertThat(Observed.mail(mail(List.of()))).doesNotContainKey("replyTo");
    }

    private static Map<String, List<String>> setCookie(String value) {
        return Map.of("Set-Cookie", List.of(value));
    }

    private static Mail mail(List<String> headers) {
        return new Mail("Hello", "a@peer.test", "c@peer.test", List.of("b@peer.test"), "x\r\ny\r\n", "", headers,
                Instant.EPOCH);
    }

    private static Map<String, List<String>> json() {
        return Map.of("Content-Type", List.of("application/json"));
    }

    private static String encoded(String claims) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(int status, String body, Map<String, List<String>> headers) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
