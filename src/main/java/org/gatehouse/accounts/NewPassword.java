package org.gatehouse.accounts;

import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Validation;

/** The two fields in which a person types a new password, alike wherever one is chosen anew. */
final class NewPassword {

    private NewPassword() {
    }

    /** Checks {@code passwordConfirmation} and {@code password}; the answer is the latter. */
    static String read(Input input, Validation check, PasswordPolicy policy) {
        check.secret("passwordConfirmation", sameAs(input));
        return check.secret("password", policy.formRules());
    }

    private static Function<String, Optional<String>> sameAs(Input input) {
        var password = input.text("password");
        return confirmation -> password.filter(confirmation::equals).isPresent()
                ? Optional.empty() : Optional.of("Passwords do not match");
    }
}
