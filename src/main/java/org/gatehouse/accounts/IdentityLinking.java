package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;

/** Lets people who are signed in say through which providers they log in besides. The last way in stays. */
@Singleton
public class IdentityLinking {

    private final Settings settings;
    private final Users users;
    private final Identities identities;
    private final IdentityTokens tokens;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    IdentityLinking(Settings settings, Users users, Identities identities, IdentityTokens tokens,
            Transactions transactions, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.identities = identities;
        this.tokens = tokens;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an identity to the caller's account; adding it again changes nothing.
     *
     * @throws org.gatehouse.platform.ApiException if it belongs to somebody else
     */
    public JsonObject link(SecurityContext caller, ExternalIdentity external) {
        var user = SignedIn.require(caller).user();
        var action = "link " + external.provider();
        var linked = linked(user, external).filter(identity -> identity.userId() == user.id());
        audit.record(linked.isPresent() ? Fact.success(action, user.documentId())
                : new Fact(action, AccountError.IDENTITY_TAKEN.outcome(), user.documentId()));
        return view(linked.orElseThrow(AccountError.IDENTITY_TAKEN::exception));
    }

    /** Whosever it is then; empty if somebody was faster. */
    private Optional<Identity> linked(User user, ExternalIdentity external) {
        try {
            return Optional.of(transactions.call(() ->
                    identities.find(external).orElseGet(() -> added(user, external))));
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    List<JsonObject> list(User user) {
        return identities.of(user).stream().map(IdentityLinking::view).toList();
    }

    /**
     * Takes an identity away from an account.
     *
     * @throws org.gatehouse.platform.ApiException if the account has no such identity, or no other way to log in
     */
    void unlink(User user, long id) {
        try {
            var provider = transactions.call(() -> removed(users.lock(user.id()).orElseThrow(), id));
            audit.record(Fact.success("unlink " + provider, user.documentId()));
        } catch (ApiException e) {
            audit.record(new Fact("unlink", "refused", user.documentId()));
            throw e;
        } catch (RuntimeException e) {
            throw DatabaseFailure.isConstraintViolation(e) ? AccountError.EMAIL_IS_TAKEN.exception() : e;
        }
    }

    private Identity added(User user, ExternalIdentity external) {
        var identity = new Identity(user.id(), external, clock.instant());
        tokens.keep(identity, external);
        identities.add(identity);
        return identity;
    }

    private String removed(User user, long id) {
        var all = identities.of(user);
        var identity = all.stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(AccountError.IDENTITY_NOT_FOUND::exception);
        var others = all.stream().filter(one -> one.id() != id).toList();
        if (others.isEmpty() && !hasPassword(user)) {
            throw AccountError.LAST_WAY_TO_LOG_IN.exception();
        }
        identities.remove(identity);
        if (!user.isLocal() && others.stream().noneMatch(one -> one.provider().equals(user.provider()))) {
            user.setProvider(others.get(0).provider());
            users.rename(user);
        }
        return identity.provider();
    }

    private boolean hasPassword(User user) {
        return user.isLocal() && user.passwordHash().isPresent() && settings.get(AccountSettings.PASSWORD_LOGIN);
    }

    private static JsonObject view(Identity identity) {
        var view = JsonValues.object().add("id", identity.id()).add("provider", identity.provider());
        identity.label().ifPresentOrElse(label -> view.add("label", label), () -> view.addNull("label"));
        return view.add("createdAt", JsonValues.time(identity.createdAt()))
                .add("lastLoginAt", JsonValues.time(identity.lastLoginAt())).build();
    }
}
