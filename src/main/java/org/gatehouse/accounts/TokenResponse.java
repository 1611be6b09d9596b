package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.tokens.Sessions;

/** Answers that carry tokens: the refresh token in the cookie where the client wants it there, else in the body. */
@Singleton
class TokenResponse {

    private final RefreshCookie cookie;
    private final Sessions sessions;

    @Inject
    TokenResponse(RefreshCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    /**
     * The tokens, followed by something more.
     *
     * @param more further fields of the answer
     */
    Response of(SignIn.Tokens tokens, JsonObject more, HttpServletRequest request) {
        var inCookie = cookie.isWanted(request);
        var body = JsonValues.object().add("jwt", tokens.jwt());
        tokens.refreshToken().filter(token -> !inCookie).ifPresent(token -> body.add("refreshToken", token));
        more.forEach(body::add);
        var response = Response.fromResponse(JsonResponse.ok(body.build()));
        tokens.refreshToken().filter(token -> inCookie)
                .ifPresent(token -> response.cookie(cookie.with(token, sessions.idleLifespan())));
        return response.build();
    }

    /** An answer that takes the cookie back, where there is one. */
    Response clearing(JsonObject body, HttpServletRequest request) {
        var response = Response.fromResponse(JsonResponse.ok(body));
        if (cookie.isWanted(request) || cookie.read(request).isPresent()) {
            response.cookie(cookie.cleared());
        }
        return response.build();
    }
}
