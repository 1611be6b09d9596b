package org.gatehouse.systems;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The code flow of an {@link IdentityProvider}: a code works once, for its client, its redirect URI and its verifier. */
final class OpenIdEndpoints {

    private static final long LIFETIME = 300;

    private final IdentityProvider provider;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

    OpenIdEndpoints(IdentityProvider provider) {
        this.provider = provider;
    }

    /** Who consented to what. */
    private record Grant(ProviderUser user, Map<String, String> request) {

        boolean isOpenId() {
            return Arrays.asList(request.getOrDefault("scope", "").split("[ ,]")).contains("openid");
        }

        boolean knowsVerifier(Optional<String> verifier) {
            var challenge = request.get("code_challenge");
            return challenge == null || verifier.map(OpenIdEndpoints::sha256).map(Base64URL::encode)
                    .map(Base64URL::toString).filter(challenge::equals).isPresent();
        }
    }

    ProviderAnswer authorize(ProviderRequest request) {
        var client = request.query().get("client_id");
        var redirectUri = request.query().get("redirect_uri");
        if (client == null || provider.secretOf(client) == null || redirectUri == null) {
            return ProviderAnswer.html(400, "<p>Unknown client, or no redirect URI");
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, new Grant(provider.user(), request.query()));
        var back = new LinkedHashMap<String, String>();
        back.put("code", code);
        Optional.ofNullable(request.query().get("state")).ifPresent(state -> back.put("state", state));
        back.put("iss", provider.issuer());
        return provider.callback().sendBack(redirectUri, Optional.ofNullable(request.query().get("response_mode")), back);
    }

    ProviderAnswer token(ProviderRequest request) {
        var client = request.basic().orElseGet(() ->
                new String[] {request.form().get("client_id"), request.form().get("client_secret")});
        if (!provider.isSecretOf(client[0], client[1])) {
            return ProviderAnswer.error(401, "invalid_client", "Client authentication failed");
        }
        var grant = codes.remove(request.form().getOrDefault("code", ""));
        if (grant == null || !client[0].equals(grant.request().get("client_id"))
                || !grant.request().get("redirect_uri").equals(request.form().get("redirect_uri"))
                || !grant.knowsVerifier(Optional.ofNullable(request.form().get("code_verifier")))) {
            return ProviderAnswer.error(400, "invalid_grant", "The code is unknown, used or of somebody else");
        }
        return tokens(grant, client[0], client[1]);
    }

    private ProviderAnswer tokens(Grant grant, String clientId, String clientSecret) {
        var accessToken = UUID.randomUUID().toString();
        tokens.put(accessToken, grant);
        var answer = new HashMap<String, Object>(Map.of("access_token", accessToken, "token_type", "Bearer",
                "expires_in", LIFETIME));
        if (grant.isOpenId()) {
            answer.put("id_token", provider.idToken().serialize(claims(grant, clientId, accessToken),
                    provider.keys().signing(), clientSecret));
        }
        return ProviderAnswer.json(200, JSONObjectUtils.toJSONString(answer));
    }

    private Map<String, Object> claims(Grant grant, String clientId, String accessToken) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>(Map.of("iss", provider.issuer(), "sub", grant.user().subject(),
                "aud", clientId, "iat", now, "exp", now + LIFETIME, "at_hash", hash(accessToken)));
        Optional.ofNullable(grant.request().get("nonce")).ifPresent(nonce -> claims.put("nonce", nonce));
        return claims;
    }

    ProviderAnswer userinfo(ProviderRequest request) {
        var grant = tokens.get(request.bearer().orElse(""));
        return grant == null
                ? ProviderAnswer.error(401, "invalid_token", "The access token is unknown")
                : ProviderAnswer.json(200, JSONObjectUtils.toJSONString(provider.profileOf(grant.user())));
    }

    /** The left half of the hash (OpenID Connect Core, section 3.1.3.6). */
    private static String hash(String accessToken) {
        return Base64URL.encode(Arrays.copyOf(sha256(accessToken), 16)).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
