package org.gatehouse.accounts;

import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as an e-mail address here: something before the {@code @}, and a domain with a dot after it. */
final class EmailAddress {

    /** RFC 5321 leaves 254 characters for an address (with its brackets, 256). */
    private static final int LONGEST = 254;
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private EmailAddress() {
    }

    /** What is wrong with the value of the field {@code email}, if anything is. */
    static Optional<String> problem(String value) {
        return value.length() <= LONGEST && ADDRESS.matcher(value).matches()
                ? Optional.empty() : Optional.of("email must be a valid email");
    }
}
