package org.gatehouse.providers.protocol;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.platform.Sha256;
import org.gatehouse.spi.Placeholder;

/** Fills in the {@link Placeholder}s of requests to a provider with what is known by then. */
final class Blanks {

    private final ClientCredentials client;
    private final Sources sources;
    private final Map<String, String> values = new LinkedHashMap<>();

    Blanks(ClientCredentials client, Sources sources) {
        this.client = client;
        this.sources = sources;
        values.put("client_id", client.id());
        values.put("client_secret", client.secret());
    }

    Blanks withCode(String code) {
        values.put("smartsheet_hash", Sha256.hex(client.secret() + "|" + code));
        return this;
    }

    Blanks withAccessToken(String token) {
        if (token != null) {
            values.put("access_token", token);
            values.put("appsecret_proof", hmac(client.secret(), token));
        }
        return this;
    }

    /** Of URLs the client id alone is filled in: nothing that a provider says may change where a request goes. */
    String url(String template) {
        return Placeholder.fill(template, name -> name.equals("client_id")
                ? URLEncoder.encode(client.id(), StandardCharsets.UTF_8) : null);
    }

    Map<String, String> all(Map<String, String> templates) {
        var filled = new LinkedHashMap<String, String>();
        templates.forEach((name, template) -> filled.put(name, text(template)));
        return filled;
    }

    /** What is not known is left empty. */
    private String text(String template) {
        return Placeholder.fill(template, name -> {
            var slash = name.indexOf('/');
            return slash < 0 ? values.getOrDefault(name, "")
                    : sources.text(source(name.substring(0, slash)) + name.substring(slash)).orElse("");
        });
    }

    private static String source(String name) {
        return name.equals("profile") ? Sources.PROFILE : name + ":";
    }

    static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return ""; // there is no key, so there is no proof either
        }
    }

    /** {@code application/x-www-form-urlencoded}. */
    static String form(Map<String, String> parameters) {
        return URLUtils.serializeParameters(parameters.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, parameter -> List.of(parameter.getValue()), (one, other) -> one, LinkedHashMap::new)));
    }

    /** Blanks are written as %20, which everybody reads; some take the plus of a form for a plus (Cognito). */
    static String withQuery(String url, Map<String, String> parameters) {
        return parameters.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + form(parameters).replace("+", "%20");
    }
}
