package org.gatehouse.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that an account alone may have. User names and addresses share one namespace, so that nobody can choose
 * another's address as a user name; user names differ by more than letter case.
 *
 * <p>Where the operator lets an address belong to several accounts ({@code unique_email} off), the accounts of each
 * provider still have it alone: theirs is stored as {@code provider:address}. The address of someone who logs in here
 * is stored plain in both cases.
 */
final class LoginNames {

    /** As much as the database has room for. */
    static final int LONGEST = 768;

    private LoginNames() {
    }

    /** All names of a user, in an order that keeps two registrations from waiting for each other. */
    static Set<String> of(User user, boolean uniqueEmail) {
        var names = new TreeSet<String>();
        names.add(ofUsername(user.username()));
        user.email().filter(email -> !PlaceholderAddress.isOne(email))
                .map(email -> ofEmail(user.provider(), email, uniqueEmail)).ifPresent(names::add);
        return names;
    }

    /** One form for all spellings that look alike or differ by letter case only. Folding once is not enough for all. */
    static String ofUsername(String username) {
        return fold(fold(username));
    }

    /** Case both ways, since some letters have more than one lower case, within Unicode's compatible composed form. */
    private static String fold(String name) {
        var cased = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(cased, Normalizer.Form.NFKC);
    }

    /** An address as the accounts of a provider have it. */
    static String ofEmail(String provider, String email, boolean uniqueEmail) {
        return uniqueEmail || provider.equals(User.LOCAL) ? ofEmail(email) : provider + ":" + ofEmail(email);
    }

    static String ofEmail(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
