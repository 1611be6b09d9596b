package org.gatehouse.accounts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What counts as an e-mail address here: something before the {@code @}, and a domain with a dot after it, all in ASCII
 * (RFC 5321). Addresses in other scripts are refused and must be written in their ASCII form ({@code xn--…}): mail
 * software is known to turn letters it does not know into others, and the mail would reach somebody else.
 */
final class EmailAddress {

    /** RFC 5321 leaves 254 characters for an address (with its brackets, 256). */
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private EmailAddress() {
    }

    /** What is wrong with the value of the field {@code email}, if anything is. Placeholders are nobody's to use. */
    static Optional<String> problem(String value) {
        return looksLikeOne(value) && !PlaceholderAddress.isOne(value)
                ? Optional.empty() : Optional.of("email must be a valid email");
    }

    /** Whether somebody who sees the text would take it for an address. */
    static boolean looksLikeOne(String value) {
        return value.length() <= LONGEST && ADDRESS.matcher(value).matches();
    }
}
