package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.platform.RateLimit;
import org.gatehouse.platform.Sha256;

/**
 * Checks passwords, and limits how often that of one account may be guessed, from however many addresses. Wrong guesses
 * are counted by the name that was given, whether there is such an account or not, so that the limit does not tell them
 * apart; an account with a user name and an address has two such limits.
 */
@Singleton
class PasswordGuesses {

    /** No name is longer; what is, belongs to nobody. */
    private static final int LONGEST_NAME = 255;

    private final PasswordHashing hashing;
    private final RateLimit rateLimit;

    @Inject
    PasswordGuesses(PasswordHashing hashing, RateLimit rateLimit) {
        this.hashing = hashing;
        this.rateLimit = rateLimit;
    }

    /**
     * Whether a password is right for an account.
     *
     * @param name what the account is called by whoever guesses
     * @param hash of the account's password; empty where there is none, or no account: that takes as long, and is wrong
     * @throws org.gatehouse.platform.ApiException 429 after too many wrong guesses, but only after the same time
     */
    boolean isRight(String name, String password, Optional<String> hash) {
        var bucket = bucket(name);
        var tooMany = rateLimit.refusalIfFull(bucket);
        var matches = hashing.matches(password, hash);
        if (tooMany.isPresent()) {
            throw tooMany.get();
        }
        if (!matches) {
            rateLimit.count(bucket);
        }
        return matches;
    }

    private static String bucket(String name) {
        return "wrong passwords of "
                + Sha256.hex(LoginNames.ofUsername(name.substring(0, Math.min(name.length(), LONGEST_NAME))));
    }
}
