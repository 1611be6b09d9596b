package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.RateLimit;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;

/**
 * Logs a person in by user name or address and password. Until the password is right, nothing in the answer, nor the
 * time it takes, tells whether there is such a person at all.
 */
@Singleton
class Login {

    private static final String ACTION = "login";
    /** Longer than any user name or address that can be stored. */
    private static final int LONGEST_IDENTIFIER = 255;

    private final Settings settings;
    private final Users users;
    private final PasswordHashing hashing;
    private final RateLimit rateLimit;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;

    @Inject
    Login(Settings settings, Users users, PasswordHashing hashing, RateLimit rateLimit, Transactions transactions,
            SignIn signIn, AuditLog audit) {
        this.settings = settings;
        this.users = users;
        this.hashing = hashing;
        this.rateLimit = rateLimit;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
    }

    JsonObject login(Input input) {
        if (!settings.get(AccountSettings.PASSWORD_LOGIN)) {
            throw AccountError.PROVIDER_DISABLED.exception();
        }
        var check = Validation.ofObjectWithSecrets(input);
        var identifier = check.text("identifier");
        var password = check.secret("password");
        check.finish();

        var user = authenticated(identifier, password);
        if (settings.get(AccountSettings.EMAIL_CONFIRMATION) && !user.isConfirmed()) {
            throw refusal(AccountError.NOT_CONFIRMED, user);
        }
        if (user.isBlocked()) {
            throw refusal(AccountError.BLOCKED, user);
        }
        renewOutdatedHash(user, password);
        audit.record(Fact.success(ACTION, user.documentId()));
        return signIn.answer(user);
    }

    private User authenticated(String identifier, String password) {
        var user = identifier.length() > LONGEST_IDENTIFIER ? Optional.<User>empty() : users.findLocal(identifier);
        refuseIfTriedTooOften(user);
        if (!hashing.matches(password, user.flatMap(User::passwordHash))) {
            user.ifPresent(known -> rateLimit.count(failures(known)));
            audit.record(new Fact(ACTION, AccountError.INVALID_LOGIN.outcome(), user.map(User::documentId).orElse(null)));
            throw AccountError.INVALID_LOGIN.exception();
        }
        return user.orElseThrow();
    }

    /** Guessing one account's password from many addresses is limited too. */
    private void refuseIfTriedTooOften(Optional<User> user) {
        try {
            user.ifPresent(known -> rateLimit.refuseIfFull(failures(known)));
        } catch (ApiException full) {
            throw settings.get(AccountSettings.PRIVACY) == Privacy.STRICT
                    ? AccountError.INVALID_LOGIN.exception() : full;
        }
    }

    private void renewOutdatedHash(User user, String password) {
        if (user.passwordHash().filter(hashing::isOutdated).isPresent()) {
            var hash = hashing.hash(password);
            transactions.run(() -> users.lock(user.id())
                    .filter(locked -> locked.passwordHash().equals(user.passwordHash()))
                    .ifPresent(locked -> locked.rehashPassword(hash)));
        }
    }

    private ApiException refusal(AccountError reason, User user) {
        audit.record(new Fact(ACTION, reason.outcome(), user.documentId()));
        return reason.exception();
    }

    private static String failures(User user) {
        return "failed logins of user " + user.id();
    }
}
