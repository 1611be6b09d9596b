package org.gatehouse.spi;

import java.util.Optional;

/**
 * A company's own rule for new passwords, asked besides the configured policy whenever a user registers, changes or
 * resets a password. All beans of this type are asked.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class NoSeasons implements PasswordRule {
 *     public Optional<String> refuse(String password) {
 *         return password.toLowerCase().contains("summer")
 *                 ? Optional.of("Seasons pass, please choose another") : Optional.empty();
 *     }
 * }
 * }</pre>
 */
public interface PasswordRule {

    /**
     * Judges a password.
     *
     * @param password as the user typed it, never null; do not keep or log it
     * @return the message for the user if it is refused, empty if it is fine
     */
    Optional<String> refuse(String password);
}
