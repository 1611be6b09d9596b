package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Map;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;

/**
 * Opens an account for someone whose registration is fine in itself. Of many who want the same name at once, one gets
 * it: the unique key decides, and the others are told what they would have been told a moment later.
 */
@Singleton
class AccountOpening {

    private static final String ACTION = "register";

    private final Settings settings;
    private final Users users;
    private final PasswordHashing hashing;
    private final TakenNames taken;
    private final EmailConfirmation confirmation;
    private final Transactions transactions;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    AccountOpening(Settings settings, Users users, PasswordHashing hashing, TakenNames taken,
            EmailConfirmation confirmation, Transactions transactions, SignIn signIn, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.hashing = hashing;
        this.taken = taken;
        this.confirmation = confirmation;
        this.transactions = transactions;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody applied with.
     *
     * @param attributes values of the operator's own attributes
     */
    record Application(String username, String email, String password, Role role, Map<String, JsonValue> attributes) {

        /** Never prints the password. */
        @Override
        public String toString() {
            return "Application of " + username;
        }
    }

    JsonObject open(Application application, Validation check) {
        var hash = hashing.hash(application.password);
        try {
            return store(application, hash);
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isConstraintViolation(e)) {
                throw e;
            }
            taken.refuse(application.username, application.email, check); // somebody else was faster
            return store(application, hash);
        }
    }

    private JsonObject store(Application application, String hash) {
        var owner = taken.ownerNotToBeTold(application.email);
        var user = user(application, hash, owner.isEmpty());
        transactions.run(() -> {
            users.add(user);
            if (owner.isPresent()) {
                confirmation.tellAlreadyRegistered(owner.get());
            } else if (mustConfirm()) {
                confirmation.sendTo(user);
            }
        });
        audit.record(owner.isPresent() ? new Fact(ACTION, AccountError.TAKEN.outcome(), owner.get().documentId())
                : Fact.success(ACTION, user.documentId()));
        return answer(user, application);
    }

    /**
     * The account to be stored. Where the address belongs to somebody who must not be given away, it is an account
     * without address, which nobody can ever confirm: so that the next request behaves as after a real registration.
     */
    private User user(Application application, String hash, boolean withEmail) {
        return new User(application.username, withEmail ? application.email : null, hash, !mustConfirm(),
                application.role, UserAttributes.stored(application.attributes).orElse(null), clock.instant());
    }

    private JsonObject answer(User user, Application application) {
        if (settings.get(AccountSettings.PRIVACY) == Privacy.STRICT) {
            return signIn.answerWithoutIdentity(user, application.email);
        }
        return mustConfirm() ? signIn.answerWithoutToken(user) : signIn.answer(user);
    }

    private boolean mustConfirm() {
        return settings.get(AccountSettings.EMAIL_CONFIRMATION);
    }
}
