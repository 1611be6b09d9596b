package org.gatehouse.providers.protocol;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.spi.ProviderException;

/**
 * Lays what userinfo says over the claims of the id_token, after making sure that both are about the same person (OpenID
 * Connect Core 5.3.2). Claims that others vouch for, aggregated and distributed ones, are left alone: nobody checked them.
 */
final class UserInfo {

    /** What userinfo has no say in. */
    private static final Set<String> OF_THE_ID_TOKEN = Set.of("iss", "sub", "aud", "azp", "exp", "iat", "nbf", "jti", "nonce",
            "at_hash", "c_hash", "acr", "amr", "auth_time", "tid", "oid", "_claim_names", "_claim_sources");

    private UserInfo() {
    }

    static JsonObject laidOver(JsonObject claims, JsonValue answer) {
        if (!(answer instanceof JsonObject userInfo) || !(userInfo.get("sub") instanceof JsonString subject)
                || !subject.getString().equals(claims.getString("sub"))) {
            throw new ProviderException("The userinfo is not about the person who logged in");
        }
        var all = JsonValues.object();
        claims.forEach(all::add);
        if (userInfo.containsKey("email")) {
            all.addNull("email_verified"); // it was said about the other address
        }
        userInfo.forEach((name, value) -> {
            if (!OF_THE_ID_TOKEN.contains(name)) {
                all.add(name, value);
            }
        });
        return all.build();
    }
}
