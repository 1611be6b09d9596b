package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.tokens.AccessTokens;

/** The answer that signs a user in: {@code {jwt, user}}. */
@Singleton
class SignIn {

    private final AccessTokens tokens;
    private final UserAttributes attributes;

    @Inject
    SignIn(AccessTokens tokens, UserAttributes attributes) {
        this.tokens = tokens;
        this.attributes = attributes;
    }

    JsonObject answer(User user) {
        return JsonValues.object().add("jwt", tokens.issue(user.tokenSubject()))
                .add("user", UserView.of(user, attributes)).build();
    }

    /** For a user who must confirm the address first. */
    JsonObject answerWithoutToken(User user) {
        return JsonValues.object().add("user", UserView.of(user, attributes)).build();
    }

    /** What a registration may tell where it must not tell whether the address was free: only what was sent. */
    JsonObject answerWithoutIdentity(User user, String email) {
        return JsonValues.object().add("user", JsonValues.object()
                .add("username", user.username())
                .add("email", email)
                .add("provider", user.provider())
                .add("confirmed", user.isConfirmed())
                .add("blocked", user.isBlocked())).build();
    }
}
