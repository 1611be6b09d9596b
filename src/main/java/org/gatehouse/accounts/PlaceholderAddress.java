package org.gatehouse.accounts;

import java.util.Locale;
import org.gatehouse.platform.Sha256;

/**
 * What stands in the field {@code email} of people whose provider tells no address. The domain can never exist (RFC
 * 2606), nothing is ever mailed to such an address, and nobody is found or recognised by it.
 */
final class PlaceholderAddress {

    private static final String DOMAIN = "@users.noreply.invalid";
    private static final int DIGITS = 32;

    private PlaceholderAddress() {
    }

    static String of(String provider, String issuer, String subject) {
        return provider + "-" + Sha256.hex(issuer + "\n" + subject).substring(0, DIGITS) + DOMAIN;
    }

    static boolean isOne(String email) {
        return email.toLowerCase(Locale.ROOT).endsWith(DOMAIN);
    }
}
