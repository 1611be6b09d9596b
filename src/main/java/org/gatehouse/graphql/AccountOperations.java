package org.gatehouse.graphql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.gatehouse.accounts.AuthResource;
import org.gatehouse.accounts.EmailConfirmation;
import org.gatehouse.accounts.Login;
import org.gatehouse.accounts.PasswordChange;
import org.gatehouse.accounts.PasswordReset;
import org.gatehouse.accounts.Registration;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Validation;

/** The mutations by which people get into their accounts. */
@Singleton
class AccountOperations {

    private static final String LOCAL = "local";

    private final Login login;
    private final Registration registration;
    private final PasswordReset reset;
    private final PasswordChange change;
    private final EmailConfirmation confirmation;

    @Inject
    AccountOperations(Login login, Registration registration, PasswordReset reset, PasswordChange change,
            EmailConfirmation confirmation) {
        this.login = login;
        this.registration = registration;
        this.reset = reset;
        this.change = change;
        this.confirmation = confirmation;
    }

    List<Operation> mutations() {
        return List.of(
                of("login", "login", arguments -> login(arguments.of("input"))),
                of("register", "register", arguments -> registration.register(arguments.of("input"))),
                of("forgotPassword", "forgotPassword", arguments -> reset.forgot(arguments.all())),
                of("resetPassword", "resetPassword", arguments -> reset.reset(arguments.all())),
                of("changePassword", "changePassword", arguments -> change.change(arguments.caller(), arguments.all())),
                of("emailConfirmation", "confirmEmail", arguments -> confirmation.confirmAndSignIn(arguments.all())));
    }

    private JsonObject login(Input input) {
        if (input.text("provider").filter(LOCAL::equals).isEmpty()) {
            Validation.of(input).refuse("provider", "Only " + LOCAL + " users log in with a password").finish();
        }
        return login.signIn(input);
    }

    private static Operation of(String name, String method, Function<Arguments, JsonObject> work) {
        return Operation.of(name, AuthResource.class, method, arguments -> JavaValues.of(work.apply(arguments)));
    }
}
