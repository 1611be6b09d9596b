package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.Transactions;
import org.gatehouse.tokens.Sessions;

/** Keeps somebody signed in who has a refresh token, as long as they may be. */
@Singleton
class SessionRefresh {

    private static final String ACTION = "refresh";

    private final Transactions transactions;
    private final Sessions sessions;
    private final Users users;
    private final SignIn signIn;
    private final AuditLog audit;

    @Inject
    SessionRefresh(Transactions transactions, Sessions sessions, Users users, SignIn signIn, AuditLog audit) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.users = users;
        this.signIn = signIn;
        this.audit = audit;
    }

    SignIn.Tokens refresh(String token) {
        // as one step, so that a refresh token is still good if no access token can be made
        return transactions.call(() -> sessions.refresh(token).flatMap(this::goOn)).orElseThrow(() -> {
            audit.record(new Fact(ACTION, AccountError.INVALID_REFRESH_TOKEN.outcome(), null));
            return AccountError.INVALID_REFRESH_TOKEN.exception();
        });
    }

    private Optional<SignIn.Tokens> goOn(Sessions.Grant session) {
        var user = users.find(Long.parseLong(session.subject())).filter(found -> !found.isBlocked());
        if (user.isEmpty()) {
            sessions.endAll(session.subject());
        }
        return user.map(found -> signIn.tokens(found, session));
    }
}
