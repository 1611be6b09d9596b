package org.gatehouse.accounts;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;
import org.gatehouse.spi.PasswordRule;

/**
 * Which passwords people may choose: long enough, not among the commonest, not made of their own name. There are no
 * rules about what a password is composed of; they make people predictable (NIST SP 800-63B, section 3.1.1.2).
 */
@Singleton
class PasswordPolicy {

    /** Words shorter than this are in too many good passwords by chance. */
    private static final int LEAST_WORD = 4;

    private final Settings settings;
    private final CommonPasswords common;
    private final Instance<PasswordRule> companysRules;
    private final PublicUrl url;

    @Inject
    PasswordPolicy(Settings settings, CommonPasswords common, Instance<PasswordRule> companysRules, PublicUrl url) {
        this.settings = settings;
        this.common = common;
        this.companysRules = companysRules;
        this.url = url;
    }

    /** How strict the policy is. */
    enum Kind {
        /** 8 to 128 characters; common passwords and words of the context are refused. */
        STANDARD(8, true),
        /** What the HTTP contract asks, for existing clients: 6 characters to 72 bytes. */
        CONTRACT(6, false),
        /** The same as standard from 15 characters on, for passwords that are the only factor. */
        STRICT(15, true);

        private static final int MOST = 128;
        private static final int MOST_BYTES_OF_CONTRACT = 72;

        private final int least;
        private final boolean refusesGuessable;

        Kind(int least, boolean refusesGuessable) {
            this.least = least;
            this.refusesGuessable = refusesGuessable;
        }

        private Optional<String> tooLong(String password) {
            if (this == CONTRACT) {
                return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_CONTRACT
                        ? Optional.of("Password must be less than 73 bytes") : Optional.empty();
            }
            return length(password) > MOST
                    ? Optional.of("password must be at most " + MOST + " characters") : Optional.empty();
        }
    }

    /** The rules that a form is checked with, beside all its other fields. */
    @SuppressWarnings("unchecked") // arrays cannot be generic
    Function<String, Optional<String>>[] formRules() {
        return Stream.<Function<String, Optional<String>>>concat(Stream.of(kind()::tooLong),
                companysRules.stream().map(rule -> rule::refuse)).toArray(Function[]::new);
    }

    /**
     * Why a password could be guessed, if it could; to be asked once everything else about the form is fine.
     *
     * @param words what somebody who knows the user would try: the user name, the address
     */
    Optional<String> weakness(String password, List<String> words) {
        var kind = kind();
        if (length(password) < kind.least) {
            return Optional.of("password must be at least " + kind.least + " characters");
        }
        if (kind.refusesGuessable && common.contains(password)) {
            return Optional.of("password is one of the most common ones, please choose another");
        }
        return kind.refusesGuessable && isMadeOf(words, password)
                ? Optional.of("password must not contain your name or address, or the name of this site")
                : Optional.empty();
    }

    private boolean isMadeOf(List<String> words, String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return Stream.concat(words.stream(), Stream.of("gatehouse", url.base().getHost()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.of(word, word.replaceAll("@.*$", "")))
                .anyMatch(word -> word.length() >= LEAST_WORD && lower.contains(word));
    }

    private Kind kind() {
        return settings.get(AccountSettings.PASSWORD_POLICY);
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }
}
