package org.gatehouse.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;

/**
 * A key of access tokens, ready for use.
 *
 * @param jwk         with its private part where this node may sign with it
 * @param activatesAt when it may sign at the earliest; it is published before
 * @param tokensUntil no token that it has signed is alive after that
 */
record TokenKey(JWK jwk, Instant activatesAt, Instant tokensUntil) {

    String kid() {
        return jwk.getKeyID();
    }

    /** What the key says of itself; what a token says is only ever compared with it. */
    SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.named(String.valueOf(jwk.getAlgorithm()))
                .orElseThrow(() -> new IllegalStateException("signing key " + kid() + " is for no algorithm of ours"));
    }

    boolean canSign() {
        return jwk.isPrivate();
    }

    boolean isActivated(Instant now) {
        return !activatesAt.isAfter(now);
    }

    /** The same key with its private part. */
    TokenKey with(JWK withPrivatePart) {
        return new TokenKey(withPrivatePart, activatesAt, tokensUntil);
    }

    /** A signed token, in compact serialisation. */
    String sign(JWTClaimsSet claims) {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm().jws()).keyID(kid()).type(JOSEObjectType.JWT).build(),
                claims);
        try {
            jwt.sign(algorithm().signer(jwk));
        } catch (JOSEException e) {
            throw new IllegalStateException("no token could be signed", e);
        }
        return jwt.serialize();
    }

    boolean hasSigned(SignedJWT jwt) throws JOSEException {
        return algorithm().jws().equals(jwt.getHeader().getAlgorithm()) && jwt.verify(algorithm().verifier(jwk));
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "signing key " + kid();
    }
}
