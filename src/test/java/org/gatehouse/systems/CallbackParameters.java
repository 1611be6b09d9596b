package org.gatehouse.systems;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What an {@link IdentityProvider} was told to change in the parameters that people come back to the client with. */
final class CallbackParameters {

    private final Map<String, Optional<String>> changes = new ConcurrentHashMap<>();

    void put(String name, String value) {
        changes.put(name, Optional.of(value));
    }

    void remove(String name) {
        changes.put(name, Optional.empty());
    }

    /** The way back to the client: a redirect, or a page that posts itself (OAuth 2.0 Form Post Response Mode). */
    ProviderAnswer sendBack(String redirectUri, Optional<String> responseMode, Map<String, String> honest) {
        var parameters = new LinkedHashMap<>(honest);
        changes.forEach((name, value) ->
                value.ifPresentOrElse(told -> parameters.put(name, told), () -> parameters.remove(name)));
        if (responseMode.filter("form_post"::equals).isPresent()) {
            return ProviderAnswer.html(200, page(redirectUri, parameters));
        }
        var separator = redirectUri.contains("?") ? '&' : '?';
        return new ProviderAnswer(302, Map.of("Location", redirectUri + separator + query(parameters)), new byte[0],
                ProviderAnswer.Pace.AT_ONCE);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String page(String redirectUri, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> "<input type=\"hidden\" name=\"%s\" value=\"%s\"/>".formatted(
                        escaped(parameter.getKey()), escaped(parameter.getValue())))
                .collect(Collectors.joining("\n", "<html><body onload=\"document.forms[0].submit()\"><form method=\"post\" "
                        + "action=\"" + escaped(redirectUri) + "\">\n", "\n</form></body></html>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
