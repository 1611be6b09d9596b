package org.gatehouse.providers.protocol;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What must be remembered between the two halves of a login, by the browser that began it and nobody else. Members that a
 * protocol does not need are null; {@code state} never is.
 *
 * @param state              names the attempt; the provider sends it back, except in OAuth 1.0a
 * @param nonce              comes back in the id_token
 * @param codeVerifier       proves to the token endpoint who asked for the code (PKCE)
 * @param requestToken       names the attempt in OAuth 1.0a
 * @param requestTokenSecret signs the exchange in OAuth 1.0a
 */
public record AttemptSecrets(String state, String nonce, String codeVerifier, String requestToken,
        String requestTokenSecret) {

    private static final int BYTES = 32;

    /** 256 bits each: state and nonce name the attempt, the verifier is the least that RFC 7636 allows, 43 characters. */
    static AttemptSecrets forCode(boolean nonce, boolean pkce) {
        return new AttemptSecrets(new State(BYTES).getValue(), nonce ? new Nonce(BYTES).getValue() : null,
                pkce ? new CodeVerifier().getValue() : null, null, null);
    }

    static AttemptSecrets forOAuth1(String requestToken, String secret) {
        return new AttemptSecrets(new State(BYTES).getValue(), null, null, requestToken, secret);
    }

    /**
     * Whether a callback answers this attempt; so the right one is found when several are open. Compared in constant time.
     */
    public boolean answeredBy(CallbackParameters parameters) {
        return requestToken == null
                ? same(state, parameters.single("state"))
                : same(requestToken, parameters.single("oauth_token")) || same(requestToken, parameters.single("denied"));
    }

    private static boolean same(String expected, String actual) {
        return actual != null && MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AttemptSecrets[]";
    }
}
