package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;
import org.gatehouse.tokens.OneTimeCodes;
import org.gatehouse.tokens.Sessions;

/** Changes and deletes accounts, by a caller who may. What is not sent stays as it is. */
@Singleton
class UserChange {

    private final Users users;
    private final UserNames names;
    private final UserRoles roles;
    private final UserAttributes attributes;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    UserChange(Users users, UserNames names, UserRoles roles, UserAttributes attributes, PasswordPolicy policy,
            PasswordHashing hashing, OneTimeCodes codes, Sessions sessions, Transactions transactions, AuditLog audit,
            Clock clock) {
        this.users = users;
        this.names = names;
        this.roles = roles;
        this.attributes = attributes;
        this.policy = policy;
        this.hashing = hashing;
        this.codes = codes;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user as changed. */
    User change(User user, Input input) {
        var check = Validation.ofObject(input);
        var confirmed = check.flag("confirmed");
        var blocked = check.flag("blocked");
        var newUsername = check.optionalText("username");
        var newEmail = check.optionalText("email", EmailAddress::problem).map(text -> text.toLowerCase(Locale.ROOT));
        check.finish();
        var username = newUsername.orElse(user.username());
        var email = newEmail.or(user::email).orElse(null);
        if (!username.equals(user.username())) {
            names.refuseBad(username, email);
        }
        names.refuseTakenByOthers(user, username, email);
        var role = Optional.ofNullable(input.get("role")).map(this::role);
        var own = attributes.read(input, attributes.declared());
        var hash = newPassword(user, input, List.of(username, email == null ? "" : email)).map(hashing::hash);

        Runnable whoWasFaster = () -> {
            names.refuseTakenByOthers(user, username, email);
            role.map(Role::id).ifPresent(roles::existing);
        };
        var changed = inTransaction(user, whoWasFaster, locked -> {
            locked.rename(newUsername.orElse(locked.username()), newEmail.or(locked::email).orElse(null));
            confirmed.ifPresent(locked::setConfirmed);
            blocked.ifPresent(locked::setBlocked);
            role.ifPresent(locked::setRole);
            attributes.merged(locked, own).ifPresent(locked::setAttributes);
            hash.ifPresent(fresh -> locked.changePassword(fresh, clock.instant()));
            locked.touch(clock.instant());
            if (locked.isBlocked() || hash.isPresent()) {
                sessions.endAll(locked.subject());
            }
            revokeCodes(locked); // they were for the address, the password or the state there was before
        });
        audit.record(Fact.success("change user", user.documentId()));
        return changed;
    }

    void delete(User user) {
        transactions.run(() -> users.lock(user.id()).ifPresent(locked -> {
            sessions.endAll(locked.subject());
            revokeCodes(locked);
            users.delete(locked);
        }));
        audit.record(Fact.success("delete user", user.documentId()));
    }

    private User inTransaction(User user, Runnable whoWasFaster, Consumer<User> work) {
        try {
            return transactions.call(() -> {
                var locked = users.lock(user.id()).orElseThrow(AccountError.USER_NOT_FOUND::exception);
                work.accept(locked);
                users.rename(locked);
                return locked;
            });
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                whoWasFaster.run();
            }
            throw e;
        }
    }

    private Role role(JsonValue value) {
        if (RoleChoice.removes(value)) {
            throw AccountError.CANNOT_REMOVE_ROLE.exception();
        }
        return RoleChoice.id(value).map(roles::existing).orElseThrow(AccountError.NO_SUCH_ROLE::exception);
    }

    private Optional<String> newPassword(User user, Input input, List<String> words) {
        var value = input.get("password");
        if (value == null || !user.isLocal() && value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text) || text.getString().isEmpty()) {
            throw AccountError.NO_PASSWORD.exception();
        }
        policy.weakness(text.getString(), words).ifPresent(problem -> {
            throw AccountError.because(problem);
        });
        return Optional.of(text.getString());
    }

    private void revokeCodes(User user) {
        codes.revoke(PasswordReset.RESET, user.subject());
        codes.revoke(EmailConfirmation.CONFIRMATION, user.subject());
    }
}
