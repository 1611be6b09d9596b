package org.gatehouse.systems;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an {@link IdentityProvider} publishes of itself (OpenID Connect Discovery, section 3). */
final class ProviderMetadata {

    private final Map<String, Object> members = new ConcurrentHashMap<>();

    ProviderMetadata(String issuer) {
        members.putAll(Map.of("issuer", issuer,
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "userinfo_endpoint", issuer + "/userinfo",
                "jwks_uri", issuer + "/jwks"));
        members.putAll(Map.of(
                "scopes_supported", List.of("openid", "email", "profile"),
                "response_types_supported", List.of("code"),
                "response_modes_supported", List.of("query", "form_post"),
                "grant_types_supported", List.of("authorization_code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256", "ES256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "code_challenge_methods_supported", List.of("S256"),
                "authorization_response_iss_parameter_supported", true));
    }

    void put(String member, Object value) {
        members.put(member, value);
    }

    void remove(String member) {
        members.remove(member);
    }

    String json() {
        return JSONObjectUtils.toJSONString(members);
    }
}
