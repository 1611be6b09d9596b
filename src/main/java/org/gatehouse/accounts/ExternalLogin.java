package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.accounts.LinkingDecision.Adopt;
import org.gatehouse.accounts.LinkingDecision.Link;
import org.gatehouse.accounts.LinkingDecision.LogIn;
import org.gatehouse.accounts.LinkingDecision.OpenAccount;
import org.gatehouse.accounts.LinkingDecision.Refuse;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;

/** Logs somebody in whom a provider vouches for, and opens an account for them where they have none. */
@Singleton
public class ExternalLogin {

    /** Whoever is overtaken by somebody of the same name or identity looks again. */
    private static final int TRIES = 3;

    private final Settings settings;
    private final Linking linking;
    private final Identities identities;
    private final IdentityTokens tokens;
    private final ExternalAccounts accounts;
    private final SignIn signIn;
    private final TokenResponse tokenResponse;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    ExternalLogin(Settings settings, Linking linking, Identities identities, IdentityTokens tokens,
            ExternalAccounts accounts, SignIn signIn, TokenResponse tokenResponse, Transactions transactions,
            AuditLog audit, Clock clock) {
        this.settings = settings;
        this.linking = linking;
        this.identities = identities;
        this.tokens = tokens;
        this.accounts = accounts;
        this.signIn = signIn;
        this.tokenResponse = tokenResponse;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The answer that signs them in.
     *
     * @param deviceId how the client calls the device they use, if it does
     * @throws ApiException if they may not come in
     */
    public Response login(ExternalIdentity external, Optional<String> deviceId, HttpServletRequest request) {
        var action = "login with " + external.provider();
        var user = admitted(external, action, TRIES);
        if (user.isBlocked()) {
            throw refusal(AccountError.BLOCKED, action, user);
        }
        if (settings.get(AccountSettings.EMAIL_CONFIRMATION) && !user.isConfirmed()) {
            throw refusal(AccountError.NOT_CONFIRMED, action, user);
        }
        audit.record(Fact.success(action, user.documentId()));
        return tokenResponse.of(signIn.tokens(user, deviceId), signIn.answerWithoutToken(user), request);
    }

    private User admitted(ExternalIdentity external, String action, int tries) {
        try {
            return transactions.call(() -> admit(external));
        } catch (Refusal e) {
            audit.record(new Fact(action, e.outcome, null));
            throw e.reason;
        } catch (RuntimeException e) {
            if (tries > 1 && DatabaseFailure.isConstraintViolation(e)) {
                return admitted(external, action, tries - 1);
            }
            throw e;
        }
    }

    private User admit(ExternalIdentity external) {
        var decision = linking.decide(external);
        if (decision instanceof LogIn known) {
            known.identity().used(external, clock.instant());
            tokens.keep(known.identity(), external);
            return accounts.updated(known.user(), external);
        } else if (decision instanceof Adopt adopted) {
            return linked(adopted.user(), external);
        } else if (decision instanceof Link found) {
            return linked(found.user(), external);
        } else if (decision instanceof OpenAccount) {
            return linked(accounts.open(external), external);
        }
        var refused = (Refuse) decision;
        throw new Refusal(refused.reason(), refused.outcome());
    }

    private User linked(User user, ExternalIdentity external) {
        var identity = new Identity(user.id(), external, clock.instant());
        tokens.keep(identity, external);
        identities.add(identity);
        return accounts.updated(user, external);
    }

    private ApiException refusal(AccountError reason, String action, User user) {
        audit.record(new Fact(action, reason.outcome(), user.documentId()));
        return reason.exception();
    }

    /** Carries a refusal out of the transaction, which it undoes. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient ApiException reason;
        private final String outcome;

        private Refusal(ApiException reason, String outcome) {
            super(null, null, false, false);
            this.reason = reason;
            this.outcome = outcome;
        }
    }
}
