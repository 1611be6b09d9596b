package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.platform.CurrentRequest;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.tokens.AccessTokens;
import org.gatehouse.tokens.Device;
import org.gatehouse.tokens.Sessions;
import org.gatehouse.tokens.TokenSubject;

/** Signs a user in: with one token that stands alone, or with a session, as the operator chose. */
@Singleton
class SignIn {

    private final AccessTokens tokens;
    private final TokenSubjects subjects;
    private final Sessions sessions;
    private final UserAttributes attributes;
    private final CurrentRequest request;

    @Inject
    SignIn(AccessTokens tokens, TokenSubjects subjects, Sessions sessions, UserAttributes attributes,
            CurrentRequest request) {
        this.tokens = tokens;
        this.subjects = subjects;
        this.sessions = sessions;
        this.attributes = attributes;
        this.request = request;
    }

    /**
     * What a signed-in client gets.
     *
     * @param refreshToken empty where tokens stand alone
     */
    record Tokens(String jwt, Optional<String> refreshToken) {

        /** Never prints the tokens. */
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    Tokens tokens(User user, Optional<String> deviceId) {
        var subject = subjects.of(user); // may be refused, and then there shall be no session
        if (!sessions.areOn()) {
            return new Tokens(tokens.issue(subject), Optional.empty());
        }
        return tokens(subject, sessions.open(user.subject(), Device.of(deviceId.orElse(null), request.userAgent())));
    }

    /** New tokens for a session that goes on. */
    Tokens tokens(User user, Sessions.Grant session) {
        return tokens(subjects.of(user), session);
    }

    private Tokens tokens(TokenSubject subject, Sessions.Grant session) {
        return new Tokens(tokens.issue(subject, session.sessionId()), Optional.of(session.token()));
    }

    /** The answer {@code {jwt, refreshToken, user}} that signs a user in. */
    JsonObject answer(User user) {
        return answer(tokens(user, Optional.empty()), user);
    }

    /** The same with tokens that there are already. */
    JsonObject answer(Tokens signedIn, User user) {
        var answer = JsonValues.object().add("jwt", signedIn.jwt);
        signedIn.refreshToken.ifPresent(token -> answer.add("refreshToken", token));
        return answer.add("user", UserView.of(user, attributes)).build();
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
