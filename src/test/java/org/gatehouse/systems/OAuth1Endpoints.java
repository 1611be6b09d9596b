package org.gatehouse.systems;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The three legs of an {@link IdentityProvider}'s OAuth 1.0a (RFC 5849, section 2): every signature is checked. */
final class OAuth1Endpoints {

    private final IdentityProvider provider;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    OAuth1Endpoints(IdentityProvider provider) {
        this.provider = provider;
    }

    /** A temporary or an access token. */
    private record Token(String value, String secret, String callback, String verifier, ProviderUser user) {

        static Token of(String callback) {
            return new Token(UUID.randomUUID().toString(), UUID.randomUUID().toString(), callback,
                    UUID.randomUUID().toString(), null);
        }

        Token consentedBy(ProviderUser person) {
            return new Token(value, secret, callback, verifier, person);
        }

        String form(String more) {
            return "oauth_token=" + value + "&oauth_token_secret=" + secret + more;
        }
    }

    ProviderAnswer requestToken(ProviderRequest request) {
        var signature = OAuth1Signature.of(request);
        if (!signature.isValid(provider.uri(request.path()), provider.secretOf(signature.get("oauth_consumer_key")), "")) {
            return refusal();
        }
        var token = Token.of(signature.get("oauth_callback"));
        tokens.put(token.value(), token);
        return ProviderAnswer.form(token.form("&oauth_callback_confirmed=true"));
    }

    ProviderAnswer authorize(ProviderRequest request) {
        var token = tokens.get(request.query().getOrDefault("oauth_token", ""));
        if (token == null) {
            return ProviderAnswer.html(400, "<p>Unknown token");
        }
        tokens.put(token.value(), token.consentedBy(provider.user()));
        return provider.callback().sendBack(token.callback(), Optional.empty(),
                Map.of("oauth_token", token.value(), "oauth_verifier", token.verifier()));
    }

    ProviderAnswer accessToken(ProviderRequest request) {
        var signature = OAuth1Signature.of(request);
        var temporary = tokens.remove(signature.get("oauth_token"));
        if (temporary == null || temporary.user() == null || !isSigned(request, signature, temporary)
                || !temporary.verifier().equals(signature.get("oauth_verifier"))) {
            return refusal();
        }
        var token = Token.of("").consentedBy(temporary.user());
        tokens.put(token.value(), token);
        return ProviderAnswer.form(token.form(""));
    }

    ProviderAnswer profile(ProviderRequest request) {
        var signature = OAuth1Signature.of(request);
        var token = tokens.get(signature.get("oauth_token"));
        return token != null && isSigned(request, signature, token)
                ? ProviderAnswer.json(200, JSONObjectUtils.toJSONString(provider.profileOf(token.user())))
                : refusal();
    }

    private boolean isSigned(ProviderRequest request, OAuth1Signature signature, Token token) {
        return signature.isValid(provider.uri(request.path()), provider.secretOf(signature.get("oauth_consumer_key")),
                token.secret());
    }

    private static ProviderAnswer refusal() {
        return ProviderAnswer.of(401, "text/plain", "oauth_problem=signature_invalid");
    }
}
