package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.RateLimit;
import org.gatehouse.platform.Sha256;

/**
 * Limits how often one account's password may be guessed, from however many addresses. Accounts that do not exist have
 * their limit as well, so that it does not tell them from those that do.
 */
@Singleton
class PasswordGuesses {

    private final RateLimit rateLimit;

    @Inject
    PasswordGuesses(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    /** What refuses a further guess, if there were too many. Throw it only after hashing: being faster would tell. */
    Optional<ApiException> refusal(Optional<User> user, String identifier) {
        return rateLimit.refusalIfFull(bucket(user, identifier));
    }

    void countWrong(Optional<User> user, String identifier) {
        rateLimit.count(bucket(user, identifier));
    }

    private static String bucket(Optional<User> user, String identifier) {
        return "wrong passwords of " + user.map(known -> "user " + known.id())
                .orElseGet(() -> Sha256.hex(identifier.toLowerCase(Locale.ROOT)));
    }
}
