package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.permissions.Role;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Validation;

/** Registers a person who chooses a name and a password. */
@Singleton
public class Registration {

    private static final List<String> FIELDS = List.of("username", "email", "password");

    private final Settings settings;
    private final Roles roles;
    private final UserAttributes attributes;
    private final PasswordPolicy policy;
    private final TakenNames taken;
    private final AccountOpening opening;

    @Inject
    Registration(Settings settings, Roles roles, UserAttributes attributes, PasswordPolicy policy, TakenNames taken,
            AccountOpening opening) {
        this.settings = settings;
        this.roles = roles;
        this.attributes = attributes;
        this.policy = policy;
        this.taken = taken;
        this.opening = opening;
    }

    /** Registers a person and signs them in, unless they must confirm their address first. */
    public JsonObject register(Input input) {
        if (!settings.get(AccountSettings.ALLOW_REGISTER)) {
            throw AccountError.REGISTER_DISABLED.exception();
        }
        refuseUnknownFields(input);
        var check = Validation.of(input);
        var email = check.text("email", EmailAddress::problem).toLowerCase(Locale.ROOT);
        var username = check.text("username");
        var password = check.secret("password", policy.formRules());
        check.finish();

        var role = defaultRole();
        taken.refuse(username, email, check);
        Username.problem(username, email).ifPresent(problem -> check.refuseShowing("username", problem).finish());
        policy.weakness(password, List.of(username, email))
                .ifPresent(problem -> check.refuse("password", problem).finish());
        var own = attributes.read(input, settings.get(AccountSettings.ALLOWED_FIELDS));
        return opening.open(new AccountOpening.Application(username, email, password, role, own), check);
    }

    private void refuseUnknownFields(Input input) {
        var known = Stream.concat(FIELDS.stream(), settings.get(AccountSettings.ALLOWED_FIELDS).stream())
                .collect(Collectors.toSet());
        var unknown = input.fieldsOtherThan(known);
        if (!unknown.isEmpty()) {
            throw new ApiException(ErrorName.VALIDATION, "Invalid parameters: " + unknown, JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    private Role defaultRole() {
        return roles.ofType(settings.get(AccountSettings.DEFAULT_ROLE))
                .orElseThrow(AccountError.NO_DEFAULT_ROLE::exception);
    }
}
