package org.gatehouse.providers.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.gatehouse.spi.ProviderException;

/**
 * Checks id_tokens in full, <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect
 * Core 3.1.3.7</a>: signature, issuer, audience, authorized party, times, nonce and the hash of the access token. A token
 * for others besides us is refused, since we know nobody to trust with it.
 */
@Singleton
class IdTokens {

    private static final int SKEW_SECONDS = 60;

    private final ProviderCalls calls;
    private final Clock clock;
    private final Cache<String, ProviderKeys> keys = Caffeine.newBuilder().maximumSize(1000).build();

    @Inject
    IdTokens(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The claims of a good id_token.
     *
     * @param nonce       which it has to have; null if none was sent
     * @param accessToken that came with it; null if none did
     * @throws ProviderException if it is not good; why is in the log alone
     */
    JWTClaimsSet check(ConfiguredProvider provider, Endpoints endpoints, String idToken, String nonce, String accessToken) {
        try {
            var token = JWTParser.parse(idToken);
            if (!(token instanceof SignedJWT signed)) {
                throw new BadJOSEException("it is not signed");
            }
            var claims = checkSignatureAndClaims(provider, endpoints, signed, nonce);
            checkAudience(claims, provider.client().id());
            checkHash(signed, claims, accessToken);
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException | InvalidHashException | IllegalArgumentException e) {
            throw new ProviderException("The id_token is not valid", e);
        }
    }

    private JWTClaimsSet checkSignatureAndClaims(ConfiguredProvider provider, Endpoints endpoints, SignedJWT token,
            String nonce) throws ParseException, BadJOSEException, JOSEException {
        var issuer = IssuerRule.of(provider.descriptor().openId()).expected(token.getJWTClaimsSet());
        var source = keys.get(endpoints.jwks(), url -> new ProviderKeys(calls, clock, provider.name(), url));
        var validator = new IDTokenValidator(new Issuer(issuer), new ClientID(provider.client().id()),
                new JWSVerificationKeySelector<>(endpoints.algorithms(), source), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        validator.validate(token, nonce == null ? null : new Nonce(nonce));
        return token.getJWTClaimsSet();
    }

    private static void checkAudience(JWTClaimsSet claims, String client) throws BadJOSEException, ParseException {
        if (!claims.getAudience().equals(List.of(client))) {
            throw new BadJOSEException("it is for others, too");
        }
        var authorized = claims.getStringClaim("azp");
        if (authorized != null && !authorized.equals(client)) {
            throw new BadJOSEException("it was issued to another");
        }
        if (claims.getSubject().isBlank()) {
            throw new BadJOSEException("its subject is empty");
        }
    }

    private static void checkHash(SignedJWT token, JWTClaimsSet claims, String accessToken)
            throws ParseException, InvalidHashException {
        var hash = claims.getStringClaim("at_hash");
        if (hash != null && accessToken != null) {
            AccessTokenValidator.validate(
                    new BearerAccessToken(accessToken), token.getHeader().getAlgorithm(), new AccessTokenHash(hash));
        }
    }
}
