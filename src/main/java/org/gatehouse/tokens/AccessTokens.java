package org.gatehouse.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Sha256;

/**
 * Issues and verifies access tokens: JSON Web Tokens (RFC 7519) with the claims of MicroProfile JWT 2.1. Verification
 * follows RFC 8725: one algorithm for each key, a key found by {@code kid} among our own, issuer and audience compared exactly.
 */
@Singleton
public class AccessTokens {

    private static final Logger LOG = System.getLogger(AccessTokens.class.getName());
    private static final int MOST_CACHED = 10_000;

    private final SigningKeys keys;
    private final Settings settings;
    private final PublicUrl url;
    private final Clock clock;
    /** Tokens whose signature has been checked, by their SHA-256: checking it again would cost far more. */
    private final Cache<String, Signed> signed = Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    @Inject
    AccessTokens(SigningKeys keys, Settings settings, PublicUrl url, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.url = url;
        this.clock = clock;
    }

    /** A signed token for the subject that stands alone, in compact serialisation. */
    public String issue(TokenSubject subject) {
        return keys.active().sign(claims(subject, settings.get(TokenSettings.EXPIRES_IN)).build());
    }

    /** A signed token for the subject that ends with its session, if it has not expired before. */
    public String issue(TokenSubject subject, String sessionId) {
        return keys.active().sign(claims(subject, settings.get(TokenSettings.ACCESS_LIFESPAN))
                .claim(AccessToken.SESSION, sessionId).build());
    }

    private JWTClaimsSet.Builder claims(TokenSubject subject, Duration lifetime) {
        var now = clock.instant();
        return further(subject)
                .issuer(issuer())
                .audience(settings.get(TokenSettings.AUDIENCE))
                .subject(subject.subject())
                .claim("upn", subject.username())
                .claim("groups", List.copyOf(subject.groups()))
                .claim(AccessToken.ID, subject.id())
                .claim(AccessToken.VERSION, subject.version())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
    }

    private static JWTClaimsSet.Builder further(TokenSubject subject) {
        var claims = new JWTClaimsSet.Builder();
        subject.more().forEach((name, value) -> {
            if (AccessToken.RESERVED.contains(name)) {
                LOG.log(Level.WARNING, "A claim {0} is to be added to a token; it is left out, since it is our own", name);
            } else {
                claims.claim(name, value);
            }
        });
        return claims;
    }

    /** The token, if we issued it and it has not expired; empty for anything else. */
    public Optional<AccessToken> verify(String token) {
        return Optional.ofNullable(signed.get(Sha256.hex(token), hash -> checkSignature(token).orElse(null)))
                .filter(found -> keys.has(found.kid) && isOurs(found.claims)).map(Signed::token);
    }

    private Optional<Signed> checkSignature(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            return isSignedByUs(jwt) ? Optional.of(Signed.of(jwt)) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isSignedByUs(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        var key = keys.find(String.valueOf(header.getKeyID()));
        return JOSEObjectType.JWT.equals(header.getType()) && key.isPresent() && key.get().hasSigned(jwt);
    }

    private boolean isOurs(JWTClaimsSet claims) {
        return issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(settings.get(TokenSettings.AUDIENCE))
                && (claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().toInstant().isAfter(clock.instant()))
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(clock.instant())
                && claims.getClaim(AccessToken.ID) instanceof Number
                && claims.getClaim(AccessToken.VERSION) instanceof Number;
    }

    private String issuer() {
        return url.base().toString();
    }

    /** A token whose signature is good as long as its key is. */
    private record Signed(String kid, JWTClaimsSet claims, AccessToken token) {

        private static Signed of(SignedJWT jwt) throws ParseException {
            var claims = jwt.getJWTClaimsSet();
            var shown = new HashMap<String, Object>(claims.toJSONObject());
            shown.computeIfPresent("groups", (name, groups) -> Set.copyOf((List<?>) groups));
            shown.put("aud", Set.copyOf(claims.getAudience()));
            return new Signed(jwt.getHeader().getKeyID(), claims, new AccessToken(shown));
        }
    }
}
