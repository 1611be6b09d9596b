package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;

/**
 * Logs a person in by user name or address and password. Until the password is right, nothing in the answer, nor the
 * time it takes, tells whether there is such a person at all.
 */
@Singleton
public class Login {

    private static final String ACTION = "login";
    /** Longer than any user name or address that can be stored. */
    private static final int LONGEST_IDENTIFIER = 255;

    private final Settings settings;
    private final Users users;
    private final PasswordHashing hashing;
    private final PasswordGuesses guesses;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;

    @Inject
    Login(Settings settings, Users users, PasswordHashing hashing, PasswordGuesses guesses, Transactions transactions,
            SignIn signIn, AuditLog audit) {
        this.settings = settings;
        this.users = users;
        this.hashing = hashing;
        this.guesses = guesses;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
    }

    /** Logs in over a way without cookies, and answers {@code {jwt, refreshToken, user}}. */
    public JsonObject signIn(Input input) {
        return signIn.answerWithoutCookie(login(input));
    }

    User login(Input input) {
        if (!settings.get(AccountSettings.PASSWORD_LOGIN)) {
            throw AccountError.PROVIDER_DISABLED.exception();
        }
        var check = Validation.ofObject(input);
        var identifier = check.text("identifier");
        var password = check.secret("password");
        check.finish();

        var user = authenticated(identifier, password);
        if (settings.get(AccountSettings.EMAIL_CONFIRMATION) && !user.isConfirmed()) {
            throw refusal(isStrict() ? AccountError.INVALID_LOGIN : AccountError.NOT_CONFIRMED, user);
        }
        if (user.isBlocked()) {
            throw refusal(AccountError.BLOCKED, user);
        }
        renewOutdatedHash(user, password);
        audit.record(Fact.success(ACTION, user.documentId()));
        return user;
    }

    private User authenticated(String identifier, String password) {
        var user = identifier.length() > LONGEST_IDENTIFIER ? Optional.<User>empty() : users.findLocal(identifier);
        if (!guesses.isRight(identifier, password, user.flatMap(User::passwordHash))) {
            audit.record(new Fact(ACTION, AccountError.INVALID_LOGIN.outcome(), user.map(User::documentId).orElse(null)));
            throw AccountError.INVALID_LOGIN.exception();
        }
        return user.orElseThrow();
    }

    /** Then nobody may learn that a registration led to an account. */
    private boolean isStrict() {
        return settings.get(AccountSettings.PRIVACY) == Privacy.STRICT;
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
}
