package org.gatehouse.systems;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC-SHA1 signature of a request (RFC 5849, section 3.4), and everything that it covers. */
record OAuth1Signature(String method, Map<String, String> parameters) {

    static OAuth1Signature of(ProviderRequest request) {
        var parameters = new HashMap<>(request.query());
        parameters.putAll(request.form());
        request.header("Authorization").filter(header -> header.startsWith("OAuth ")).ifPresent(header -> {
            for (var pair : header.substring(6).split(",\\s*")) {
                parameters.putAll(ProviderRequest.parameters(pair.strip().replace("\"", "").replace("+", "%2B")));
            }
        });
        parameters.remove("realm");
        return new OAuth1Signature(request.method(), parameters);
    }

    /** A parameter, or an empty text. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean isValid(URI uri, String consumerSecret, String tokenSecret) {
        return consumerSecret != null && "HMAC-SHA1".equals(get("oauth_signature_method"))
                && signature(uri, encoded(consumerSecret) + "&" + encoded(tokenSecret)).equals(get("oauth_signature"));
    }

    private String signature(URI uri, String key) {
        var covered = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("oauth_signature"))
                .map(parameter -> Map.entry(encoded(parameter.getKey()), encoded(parameter.getValue())))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        var base = method + "&" + encoded(uri.toString()) + "&" + encoded(covered);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
