package org.gatehouse.providers.protocol;

import java.util.regex.Pattern;
import org.gatehouse.spi.ProviderException;

/** The error with which a provider sends the browser back (RFC 6749 section 4.1.2.1), passed on in its own words. */
final class Refusal {

    /** RFC 6749 appendix A.7, and not longer than anything that is meant to be read by a program. */
    private static final Pattern CODE = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,80}");

    private Refusal() {
    }

    static void check(CallbackParameters parameters) {
        if (parameters.has("error")) {
            var error = parameters.single("error");
            var description = parameters.single("error_description");
            throw new ProviderException(error != null && CODE.matcher(error).matches() ? error : ProviderException.OAUTH_ERROR,
                    description == null ? null : Hushed.of(description), null);
        }
    }
}
