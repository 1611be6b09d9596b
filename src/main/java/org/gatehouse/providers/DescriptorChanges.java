package org.gatehouse.providers;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.platform.JsonValues;

/**
 * What an operator's settings change about a provider's description, as an object to be laid over it. The settings have
 * the names that people know from Strapi and Grant; the description's names say where in it they belong.
 */
final class DescriptorChanges {

    /** Settings that are texts, and where each stands in the description. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("title", "title"), Map.entry("icon", "icon"), Map.entry("email-trust", "email-trust"),
            Map.entry("issuer", "openid.issuer"), Map.entry("jwks-url", "openid.jwks"),
            Map.entry("request-url", "oauth1.url"), Map.entry("authorize-url", "authorize.url"),
            Map.entry("scope-delimiter", "authorize.delimiter"), Map.entry("pkce", "authorize.pkce"),
            Map.entry("response-mode", "authorize.response-mode"), Map.entry("access-url", "token.url"),
            Map.entry("token-endpoint-auth-method", "token.authentication"), Map.entry("profile-url", "profile.url"),
            Map.entry("subject", "mapping.subject"), Map.entry("username", "mapping.username"),
            Map.entry("email", "mapping.email"), Map.entry("email-verified", "mapping.email-verified"));

    private final Map<String, Map<String, JsonValue>> nested = new LinkedHashMap<>();
    private final Map<String, JsonValue> flat = new LinkedHashMap<>();

    private DescriptorChanges() {
    }

    static JsonObject from(ProviderOptions options) {
        var changes = new DescriptorChanges();
        TEXTS.forEach((part, path) -> options.text(part).ifPresent(text -> changes.put(path, JsonValues.text(text))));
        options.flag("nonce").ifPresent(flag -> changes.put("openid.nonce", flag ? JsonValue.TRUE : JsonValue.FALSE));
        var scopes = options.list("scope");
        if (!scopes.isEmpty()) {
            changes.put("authorize.scopes", JsonValues.array(scopes).build());
        }
        changes.putMap("authorize.parameters", options.pairs("custom-params", '='));
        var attributes = options.pairs("attributes", ':');
        options.text("role-claim").ifPresent(claim -> attributes.put(RoleRule.ATTRIBUTE, claim));
        changes.putMap("mapping.attributes", attributes);
        return changes.build();
    }

    private void put(String path, JsonValue value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            flat.put(path, value);
        } else {
            nested.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>())
                    .put(path.substring(dot + 1), value);
        }
    }

    private void putMap(String path, Map<String, String> values) {
        if (!values.isEmpty()) {
            var object = JsonValues.object();
            values.forEach(object::add);
            put(path, object.build());
        }
    }

    private JsonObject build() {
        var object = JsonValues.object();
        flat.forEach(object::add);
        nested.forEach((name, members) -> {
            var inner = JsonValues.object();
            members.forEach(inner::add);
            object.add(name, inner);
        });
        return object.build();
    }
}
