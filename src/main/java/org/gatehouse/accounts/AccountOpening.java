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
        var user = new User(application.username, application.email, hashing.hash(application.password), !mustConfirm(),
                application.role, UserAttributes.stored(application.attributes).orElse(null), clock.instant());
        var owner = taken.ownerNotToBeTold(application.email);
        if (owner.isPresent()) {
            transactions.run(() -> confirmation.tellAlreadyRegistered(owner.get()));
            audit.record(new Fact(ACTION, AccountError.TAKEN.outcome(), owner.get().documentId()));
        } else {
            store(user, check);
            audit.record(Fact.success(ACTION, user.documentId()));
        }
        return answer(user);
    }

    private void store(User user, Validation check) {
        try {
            transactions.run(() -> {
                users.add(user);
                if (mustConfirm()) {
                    confirmation.sendTo(user);
                }
            });
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                taken.refuse(user.username(), user.email().orElseThrow(), check);
            }
            throw e;
        }
    }

    private JsonObject answer(User user) {
        if (settings.get(AccountSettings.PRIVACY) == Privacy.STRICT) {
            return signIn.answerWithoutIdentity(user);
        }
        return mustConfirm() ? signIn.answerWithoutToken(user) : signIn.answer(user);
    }

    private boolean mustConfirm() {
        return settings.get(AccountSettings.EMAIL_CONFIRMATION);
    }
}
