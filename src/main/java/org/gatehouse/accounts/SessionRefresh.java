package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.Settings;
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
    private final Settings settings;
    private final AuditLog audit;

    @Inject
    SessionRefresh(Transactions transactions, Sessions sessions, Users users, SignIn signIn, Settings settings,
            AuditLog audit) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.users = users;
        this.signIn = signIn;
        this.settings = settings;
        this.audit = audit;
    }

    SignIn.Tokens refresh(String token) {
        // as one step, so that a refresh token is still good if no access token can be made
        var outcome = transactions.call(() -> sessions.refresh(token).map(this::goOn).orElse(Outcome.UNKNOWN_TOKEN));
        return outcome.tokens.orElseThrow(() -> {
            audit.record(new Fact(ACTION, AccountError.INVALID_REFRESH_TOKEN.outcome(), outcome.subject));
            return AccountError.INVALID_REFRESH_TOKEN.exception();
        });
    }

    private Outcome goOn(Sessions.Grant session) {
        var user = users.find(Long.parseLong(session.subject()));
        var tokens = user.filter(found -> found.mayAct(settings.get(AccountSettings.EMAIL_CONFIRMATION)))
                .map(found -> signIn.tokens(found, session));
        if (tokens.isEmpty()) {
            sessions.endAll(session.subject());
        }
        return new Outcome(tokens, user.map(User::documentId).orElse(null));
    }

    /** How it ended, and for whom as far as that is known. */
    private record Outcome(Optional<SignIn.Tokens> tokens, String subject) {

        private static final Outcome UNKNOWN_TOKEN = new Outcome(Optional.empty(), null);
    }
}
