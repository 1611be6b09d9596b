package org.gatehouse.accounts;

import java.util.regex.Pattern;
import org.gatehouse.platform.Validation;

/** Which user names people may choose: almost any, in any script. */
final class Username {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;
    /** Line breaks and invisible characters would forge lines of mails and logs, or names that look like others. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

    private Username() {
    }

    static void refuseBad(String username, String ownEmail, Validation check) {
        if (username.length() < SHORTEST) {
            check.refuseShowing("username", "username must be at least " + SHORTEST + " characters").finish();
        }
        if (username.length() > LONGEST || LoginNames.ofUsername(username).length() > LoginNames.LONGEST) {
            check.refuseShowing("username", "username must be at most " + LONGEST + " characters").finish();
        }
        if (username.isBlank() || INVISIBLE.matcher(username).find()) {
            check.refuseShowing("username", "username must be visible and on one line").finish();
        }
        if (isAddressOfSomebodyElse(username, ownEmail)) {
            check.refuseShowing("username", "username must not be another e-mail address").finish();
        }
    }

    /** It would keep its owner from registering, and go into tokens as if it were proven. */
    private static boolean isAddressOfSomebodyElse(String username, String ownEmail) {
        return EmailAddress.problem(username).isEmpty() && !username.equalsIgnoreCase(ownEmail);
    }
}
