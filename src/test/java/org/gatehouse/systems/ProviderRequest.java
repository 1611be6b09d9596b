package org.gatehouse.systems;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an {@link IdentityProvider} was asked.
 *
 * @param query   the decoded parameters of the address; of several with one name the last
 * @param headers by name in lower case
 * @param form    the decoded parameters of the body, if it is a form
 */
public record ProviderRequest(String method, URI uri, Map<String, String> query, Map<String, List<String>> headers,
                              Map<String, String> form, String body) {

    static ProviderRequest of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var isForm = headers.getOrDefault("content-type", List.of("")).get(0).startsWith("application/x-www-form-urlencoded");
        return new ProviderRequest(exchange.getRequestMethod(), exchange.getRequestURI(),
                parameters(exchange.getRequestURI().getRawQuery()), headers, isForm ? parameters(body) : Map.of(), body);
    }

    public String path() {
        return uri.getPath();
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** From the form, or else from the address. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(form.getOrDefault(name, query.get(name)));
    }

    Optional<String> bearer() {
        return header("Authorization").filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7));
    }

    /** Client id and secret of HTTP Basic, each of them form-encoded as RFC 6749, section 2.3.1 has it. */
    Optional<String[]> basic() {
        return header("Authorization").filter(value -> value.startsWith("Basic "))
                .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.UTF_8))
                .filter(pair -> pair.contains(":"))
                .map(pair -> pair.split(":", 2))
                .map(pair -> new String[] {decoded(pair[0]), decoded(pair[1])});
    }

    /** The parameters of an encoded query or form. */
    public static Map<String, String> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        if (encoded != null && !encoded.isEmpty()) {
            for (var pair : encoded.split("&")) {
                var parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
