package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.RateLimit;
import org.gatehouse.platform.Sha256;

/**
 * Limits how often one account's password may be guessed, from however many addresses. Guesses are counted by the name
 * that was given, whether there is such an account or not, so that the limit does not tell them apart; an account with a
 * user name and an address has two such limits.
 */
@Singleton
class PasswordGuesses {

    private final RateLimit rateLimit;

    @Inject
    PasswordGuesses(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    /** What refuses a further guess, if there were too many. Throw it only after hashing: being faster would tell. */
    Optional<ApiException> refusal(String identifier) {
        return rateLimit.refusalIfFull(bucket(identifier));
    }

    void countWrong(String identifier) {
        rateLimit.count(bucket(identifier));
    }

    private static String bucket(String identifier) {
        return "wrong passwords of " + Sha256.hex(LoginNames.ofUsername(identifier));
    }
}
