package org.gatehouse.spi;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names in brackets, in URLs and in the values of parameters and headers of a {@link ProviderDescriptor}, which stand for
 * what is known only later: {@code https://[subdomain].okta.com}.
 *
 * <p>In URLs it is {@code subdomain} or another of the descriptor's variables. In values it is one of {@code client_id},
 * {@code client_secret}, {@code access_token}, one of the computed values {@code appsecret_proof} (HMAC-SHA256 of the
 * access token under the client secret, in hexadecimal) and {@code smartsheet_hash} (SHA-256 of client secret, bar, code,
 * in hexadecimal), or a JSON Pointer behind its source: {@code token/openid}, {@code callback/device_id},
 * {@code profile/openid}.
 */
public final class Placeholder {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([a-z_]+(?:/[A-Za-z_/0-9]+)?)]");

    private Placeholder() {
    }

    /** The names of the placeholders in a text. */
    public static Stream<String> names(String text) {
        return IN_BRACKETS.matcher(text).results().map(found -> found.group(1));
    }

    /**
     * Puts values in the places of the placeholders.
     *
     * @param values gives a name's value, or null to leave the placeholder as it is
     */
    public static String fill(String text, UnaryOperator<String> values) {
        return IN_BRACKETS.matcher(text).replaceAll(found -> {
            var value = values.apply(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
