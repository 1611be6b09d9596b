package org.gatehouse.contract.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gatehouse.spi.PasswordRule;

/** Demands a digit, and has words of its own for booms. */
@ApplicationScoped
public class RecordedPasswordRule implements PasswordRule {

    @Override
    public Optional<String> refuse(String password) {
        if (password.contains("boom")) {
            return Optional.of("No booms please");
        }
        boolean hasDigit = password.chars().anyMatch(Character::isDigit);
        return hasDigit ? Optional.empty() : Optional.of("Password validation failed.");
    }
}
