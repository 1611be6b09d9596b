package org.gatehouse.spi;

import java.util.List;

/**
 * Where the tokens stand in the answer to a {@link TokenExchange}, as JSON Pointers.
 *
 * @param accessToken candidates, of which the first that leads to a value counts
 */
public record TokenAnswer(AnswerFormat format, List<String> accessToken, String refreshToken, String idToken,
        String expiresIn) {

    static TokenAnswer read(Members members) {
        return new TokenAnswer(members.choice("format", AnswerFormat.AUTO),
                members.texts("access-token", List.of("/access_token")), members.text("refresh-token", "/refresh_token"),
                members.text("id-token", "/id_token"), members.text("expires-in", "/expires_in"));
    }
}
