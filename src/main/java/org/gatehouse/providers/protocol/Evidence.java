package org.gatehouse.providers.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.ProviderTokens;
import org.pac4j.core.credentials.Credentials;

/**
 * What a provider has given to show that somebody logged in, checked, before it was asked who that is. It never prints.
 */
final class Evidence extends Credentials {

    private static final long serialVersionUID = 1;

    /** Proves to the provider's API in whose name it is called. */
    interface Signature {
        Map<String, String> headers(OutboundRequest request);
    }

    /** The answer of the token endpoint, or what stands in its place. */
    private final transient JsonObject answer;
    private final transient ProviderTokens tokens;
    private final transient Signature signature;
    private final transient JWTClaimsSet claims;
    private final transient JsonValue profile;

    private Evidence(JsonObject answer, ProviderTokens tokens, Signature signature, JWTClaimsSet claims, JsonValue profile) {
        this.answer = answer;
        this.tokens = tokens;
        this.signature = signature;
        this.claims = claims;
        this.profile = profile;
    }

    /** A bearer token, and the claims of the id_token where there is one. */
    static Evidence ofToken(JsonObject answer, ProviderTokens tokens, JWTClaimsSet claims) {
        return new Evidence(answer, tokens,
                request -> Map.of("Authorization", "Bearer " + tokens.accessToken()), claims, null);
    }

    /** An access token that signs. */
    static Evidence ofSignature(JsonObject answer, ProviderTokens tokens, Signature signature) {
        return new Evidence(answer, tokens, signature, null, null);
    }

    /** The profile itself. */
    static Evidence ofProfile(JsonValue profile) {
        return new Evidence(JsonValue.EMPTY_JSON_OBJECT, new ProviderTokens(null, null, null, null, null, Map.of()),
                request -> Map.of(), null, profile);
    }

    JsonObject answer() {
        return answer;
    }

    ProviderTokens tokens() {
        return tokens;
    }

    Signature signature() {
        return signature;
    }

    JWTClaimsSet claims() {
        return claims;
    }

    JsonValue profile() {
        return profile;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Evidence[]";
    }
}
