package org.gatehouse.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider hands out at the end of a login. All of it is secret, and none of it prints.
 *
 * @param accessToken  the access token, or null where there is none
 * @param accessSecret the secret that belongs to the access token in OAuth 1.0a, else null
 * @param refreshToken brings the next access token, or null
 * @param idToken      the id_token, checked, as it came, or null
 * @param expiresAt    when the access token ends, or null where the provider does not say
 * @param raw          the whole answer of the token endpoint as plain values, lists and maps
 */
public record ProviderTokens(String accessToken, String accessSecret, String refreshToken, String idToken,
        Instant expiresAt, Map<String, Object> raw) {

    public ProviderTokens {
        raw = raw == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }

    @Override
    public String toString() {
        return "ProviderTokens[expiresAt=" + expiresAt + "]";
    }
}
