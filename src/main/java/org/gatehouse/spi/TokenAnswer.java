package org.gatehouse.spi;

/** Where the tokens stand in the answer to a {@link TokenExchange}, as JSON Pointers. */
public record TokenAnswer(AnswerFormat format, String accessToken, String refreshToken, String idToken, String expiresIn) {

    static TokenAnswer read(Members members) {
        return new TokenAnswer(members.choice("format", AnswerFormat.AUTO),
                members.text("access-token", "/access_token"), members.text("refresh-token", "/refresh_token"),
                members.text("id-token", "/id_token"), members.text("expires-in", "/expires_in"));
    }
}
