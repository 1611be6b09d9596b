package org.gatehouse.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A verified access token, as MicroProfile JWT shows it to an application. Whether its subject may still use it is not
 * known here.
 */
public final class AccessToken implements JsonWebToken {

    static final String ID = "id";
    static final String VERSION = "ver";
    static final String SESSION = "sid";
    /** The claims that nobody but us sets; servers keep the text of a token under the last of these names. */
    static final Set<String> RESERVED = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "upn", "groups", ID, VERSION,
            SESSION, "raw_token");

    private final Map<String, Object> claims;

    AccessToken(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** The number of the token's subject. */
    public long id() {
        return ((Number) claims.get(ID)).longValue();
    }

    /** The subject's version when the token was issued; see {@link TokenSubject#version()}. */
    public long version() {
        return ((Number) claims.get(VERSION)).longValue();
    }

    /** The session that the token belongs to; empty for one that stands alone. */
    public Optional<String> sessionId() {
        return Optional.ofNullable(getClaim(SESSION));
    }

    @Override
    public String getName() {
        return getClaim("upn");
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // the interface leaves it to the caller to know a claim's type
    public <T> T getClaim(String claimName) {
        return (T) claims.get(claimName);
    }
}
