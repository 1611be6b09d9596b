package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Duration;

/** What holds for every answer of Gatehouse, whatever was asked. */
final class Decency {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Enough for every honest answer; a small request must not make a large one. */
    private static final int LARGEST = 256 * 1024;

    private Decency() {
    }

    /** Checks an answer to a request that had this password in it. */
    static void check(WireAnswer answer, String password) {
        check(answer);
        assertThat(answer.head() + answer.body()).as("the answer repeats the password").doesNotContain(password);
    }

    static void check(WireAnswer answer) {
        assertThat(answer.time()).as("time of %s", answer).isLessThan(LONGEST);
        assertThat(answer.size()).as("size of %s", answer).isLessThan(LARGEST);
        if (answer.isFromApplication()) {
            assertThat(answer.status()).as("%s", answer).isLessThan(500);
            checkEnvelope(answer);
        }
    }

    /** Checks an answer that Gatehouse itself must have given, and that it is a refusal. */
    static void checkRefusal(WireAnswer answer, int... statuses) {
        assertThat(answer.isFromApplication()).as("%s", answer).isTrue();
        check(answer);
        assertThat(statuses).as("%s", answer).contains(answer.status());
    }

    private static void checkEnvelope(WireAnswer answer) {
        if (answer.status() < 400 || answer.method().equals("HEAD")) {
            return;
        }
        if (answer.status() == 405 && answer.body().equals("Method Not Allowed")) {
            assertThat(answer.headers("Allow")).as("%s", answer).hasSize(1);
            return;
        }
        var error = answer.json().getJsonObject("error");
        assertThat(answer.json().get("data")).as("%s", answer).isEqualTo(JsonValue.NULL);
        assertThat(error.getInt("status")).as("%s", answer).isEqualTo(answer.status());
        assertThat(error.getString("name")).as("%s", answer).endsWith("Error");
        assertThat(error.getString("message")).as("%s", answer).isNotEmpty()
                .doesNotContain("Exception", "org.gatehouse", "jakarta.");
    }
}
