package org.gatehouse.accounts;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which user names people may choose: almost any, in any script. */
final class Username {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;
    /** Line breaks and invisible characters would forge lines of mails and logs, or names that look like others. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

    private Username() {
    }

    /** What is wrong with a user name for somebody with that address, if anything is. */
    static Optional<String> problem(String username, String ownEmail) {
        return username.length() < SHORTEST
                ? Optional.of("username must be at least " + SHORTEST + " characters")
                : flaw(username, ownEmail);
    }

    /** What nobody's name may have, not even that of somebody who got it elsewhere, where shorter ones were allowed. */
    static Optional<String> flaw(String username, String ownEmail) {
        if (username.length() > LONGEST || LoginNames.ofUsername(username).length() > LoginNames.LONGEST) {
            return Optional.of("username must be at most " + LONGEST + " characters");
        }
        if (username.isBlank() || INVISIBLE.matcher(username).find()) {
            return Optional.of("username must be visible and on one line");
        }
        return isAddressOfSomebodyElse(username, ownEmail)
                ? Optional.of("username must not be another e-mail address") : Optional.empty();
    }

    /**
     * It would keep its owner from registering, and go into tokens as if it were proven; just as well in letters that only
     * look alike, or with a provider before it ({@link LoginNames}).
     */
    private static boolean isAddressOfSomebodyElse(String username, String ownEmail) {
        var folded = LoginNames.ofUsername(username);
        return EmailAddress.looksLikeOne(folded.substring(folded.indexOf(':') + 1)) && !folded.equalsIgnoreCase(ownEmail);
    }
}
