package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.tokens.Sessions;

/** Keeps somebody signed in who has a refresh token, as long as they may be. */
@Singleton
class SessionRefresh {

    private static final String ACTION = "refresh";

    private final Sessions sessions;
    private final Users users;
    private final SignIn signIn;
    private final AuditLog audit;

    @Inject
    SessionRefresh(Sessions sessions, Users users, SignIn signIn, AuditLog audit) {
        this.sessions = sessions;
        this.users = users;
        this.signIn = signIn;
        this.audit = audit;
    }

    SignIn.Tokens refresh(String token) {
        var session = sessions.refresh(token).orElseThrow(() -> refusal(null));
        var user = users.find(Long.parseLong(session.subject()));
        if (user.filter(found -> !found.isBlocked()).isEmpty()) {
            sessions.endAll(session.subject());
            throw refusal(user.map(User::documentId).orElse(null));
        }
        return signIn.tokens(user.get(), session);
    }

    private ApiException refusal(String documentId) {
        audit.record(new Fact(ACTION, AccountError.INVALID_REFRESH_TOKEN.outcome(), documentId));
        return AccountError.INVALID_REFRESH_TOKEN.exception();
    }
}
