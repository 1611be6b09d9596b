package org.gatehouse.accounts;

import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commonest passwords that are long enough to be tried at all (ASVS 6.2.4). The list is zxcvbn's, in order of how
 * often each password was found in leaks.
 */
@Singleton
class CommonPasswords {

    private static final int HOW_MANY = 3000;
    private static final int LEAST_LENGTH = 8;

    private final Set<String> passwords;

    CommonPasswords() {
        try {
            Dictionary list = StandardDictionaries.PASSWORDS_LOADER.load();
            passwords = list.getFrequencies().stream().filter(password -> password.length() >= LEAST_LENGTH)
                    .limit(HOW_MANY).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        return passwords.contains(password.toLowerCase(Locale.ROOT));
    }
}
