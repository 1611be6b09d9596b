package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Answer;

/** What an answer must be; a failure shows the whole of it. */
final class Expect {

    static final String FORBIDDEN = "Forbidden";
    static final String INVALID_TOKEN = "Missing or invalid credentials";
    static final String UNUSABLE_ACCOUNT = "Invalid credentials";
    static final String INVALID_LOGIN = "Invalid identifier or password";
    static final String INCORRECT_CODE = "Incorrect code provided";

    private Expect() {
    }

    static Answer status(int expected, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        return answer;
    }

    /** A refusal in the contract's envelope, with this message and nothing else beside it. */
    static Answer refusal(int expected, String message, Answer answer) {
        status(expected, answer);
        assertThat(answer.json().get("data")).as(answer.body()).hasToString("null");
        assertThat(answer.error().getInt("status")).as(answer.body()).isEqualTo(expected);
        assertThat(answer.errorMessage()).isEqualTo(message);
        return answer;
    }

    static void forbidden(Answer answer) {
        refusal(403, FORBIDDEN, answer);
    }

    static void invalidToken(Answer answer) {
        refusal(401, INVALID_TOKEN, answer);
    }

    static void unusableAccount(Answer answer) {
        refusal(401, UNUSABLE_ACCOUNT, answer);
    }

    static void invalidLogin(Answer answer) {
        refusal(400, INVALID_LOGIN, answer);
    }

    static void incorrectCode(Answer answer) {
        refusal(400, INCORRECT_CODE, answer);
    }

    /** 503 in the envelope: what is wrong will pass. */
    static void unavailable(Answer answer) {
        status(503, answer);
        assertThat(answer.errorName()).isEqualTo("ServiceUnavailableError");
        assertThat(answer.error().getInt("status")).isEqualTo(503);
    }
}
