package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;

/** Opens an account on behalf of somebody, by a caller who may. */
@Singleton
class UserCreation {

    private final Users users;
    private final UserNames names;
    private final UserRoles roles;
    private final UserAttributes attributes;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    UserCreation(Users users, UserNames names, UserRoles roles, UserAttributes attributes, PasswordPolicy policy,
            PasswordHashing hashing, Transactions transactions, AuditLog audit, Clock clock) {
        this.users = users;
        this.names = names;
        this.roles = roles;
        this.attributes = attributes;
        this.policy = policy;
        this.hashing = hashing;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    User create(Input input) {
        var check = Validation.ofObject(input);
        var email = check.text("email", EmailAddress::problem).toLowerCase(Locale.ROOT);
        var username = check.text("username");
        var password = check.secret("password");
        requireRole(input, check);
        var confirmed = check.flag("confirmed").orElse(false);
        var blocked = check.flag("blocked").orElse(false);
        check.finish();

        names.refuseBad(username, email);
        names.refuseTaken(username, email);
        policy.weakness(password, List.of(username, email)).ifPresent(problem -> {
            throw AccountError.because(problem);
        });
        var own = UserAttributes.stored(attributes.read(input, attributes.declared()));
        var user = new User(username, email, hashing.hash(password), confirmed, role(input), own.orElse(null),
                clock.instant());
        user.setBlocked(blocked);
        store(user);
        audit.record(Fact.success("create user", user.documentId()));
        return user;
    }

    private void store(User user) {
        try {
            transactions.run(() -> users.add(user));
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                names.refuseTaken(user.username(), user.email().orElseThrow());
                user.role().map(Role::id).ifPresent(roles::existing);
            }
            throw e;
        }
    }

    private Role role(Input input) {
        return RoleChoice.id(input.get("role")).map(roles::existing).orElseThrow(AccountError.NO_SUCH_ROLE::exception);
    }

    private static void requireRole(Input input, Validation check) {
        var role = input.get("role");
        if (role == null) {
            check.missing("role");
        } else if (role == JsonValue.NULL) {
            check.wrongType("role", "object");
        } else if (role instanceof JsonObject relation && !relation.containsKey("connect")
                && !relation.containsKey("set") && !relation.containsKey("id")) {
            check.missing("role", "connect");
        } else if (role instanceof JsonObject relation && relation.get("connect") instanceof JsonArray list
                && list.isEmpty()) {
            check.refuseAt(list, "Users must have a role", "role", "connect");
        }
    }
}
