package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;
import org.gatehouse.tokens.OneTimeCodes;
import org.gatehouse.tokens.Sessions;

/** Lets people who know their password choose another. */
@Singleton
public class PasswordChange {

    private static final String ACTION = "change password";

    private final Users users;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final PasswordGuesses guesses;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    PasswordChange(Users users, PasswordPolicy policy, PasswordHashing hashing, PasswordGuesses guesses,
            OneTimeCodes codes, Sessions sessions, Transactions transactions, SignIn signIn, AuditLog audit, Clock clock) {
        this.users = users;
        this.policy = policy;
        this.hashing = hashing;
        this.guesses = guesses;
        this.codes = codes;
        this.sessions = sessions;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets another password, signs the user in anew and ends all their older tokens. */
    public JsonObject change(SecurityContext caller, Input input) {
        if (!(caller.getUserPrincipal() instanceof SignedIn signedIn)) {
            throw AccountError.NOT_SIGNED_IN.exception();
        }
        return change(signedIn.user(), input);
    }

    private JsonObject change(User user, Input input) {
        var check = Validation.ofObject(input).only("currentPassword", "password", "passwordConfirmation");
        var password = NewPassword.read(input, check, policy);
        var current = check.secret("currentPassword");
        check.finish();

        if (!guesses.isRight(user.username(), current, user.passwordHash())) {
            audit.record(new Fact(ACTION, AccountError.WRONG_CURRENT_PASSWORD.outcome(), user.documentId()));
            throw AccountError.WRONG_CURRENT_PASSWORD.exception();
        }
        if (password.equals(current)) {
            throw AccountError.SAME_PASSWORD.exception();
        }
        policy.weakness(password, List.of(user.username(), user.email().orElse("")))
                .ifPresent(problem -> check.refuse("password", problem).finish());
        var changed = store(user, hashing.hash(password));
        audit.record(Fact.success(ACTION, user.documentId()));
        return signIn.answer(changed);
    }

    /** Stores the hash, unless the password that was checked is no longer the user's. */
    private User store(User user, String hash) {
        return transactions.call(() -> {
            var locked = users.lock(user.id())
                    .filter(found -> found.passwordHash().equals(user.passwordHash()))
                    .orElseThrow(AccountError.WRONG_CURRENT_PASSWORD::exception);
            locked.changePassword(hash, clock.instant());
            sessions.endAll(user.subject());
            codes.revoke(PasswordReset.RESET, user.subject());
            return locked;
        });
    }
}
