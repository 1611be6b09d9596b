package org.gatehouse.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Arrays;
import java.util.Optional;

/**
 * How access tokens are signed. Both are what MicroProfile JWT asks every server to verify. Each key is good for one of
 * them and no other (RFC 8725, section 3.1).
 */
enum SignatureAlgorithm {

    /** Checks are many times faster than with elliptic curves on the JDK, and far more frequent than signing. */
    RS256(JWSAlgorithm.RS256) {
        @Override
        JWKGenerator<? extends JWK> generator() {
            return new RSAKeyGenerator(KEY_BITS);
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new RSASSASigner(key.toRSAKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new RSASSAVerifier(key.toRSAKey().toRSAPublicKey());
        }
    },

    /** Shorter keys and tokens. */
    ES256(JWSAlgorithm.ES256) {
        @Override
        JWKGenerator<? extends JWK> generator() {
            return new ECKeyGenerator(Curve.P_256);
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new ECDSASigner(key.toECKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new ECDSAVerifier(key.toECKey().toPublicJWK());
        }
    };

    private static final int KEY_BITS = 3072;

    private final JWSAlgorithm jws;

    SignatureAlgorithm(JWSAlgorithm jws) {
        this.jws = jws;
    }

    abstract JWKGenerator<? extends JWK> generator();

    abstract JWSSigner signer(JWK key) throws JOSEException;

    abstract JWSVerifier verifier(JWK key) throws JOSEException;

    JWSAlgorithm jws() {
        return jws;
    }

    /** A new key; its id is its thumbprint (RFC 7638). */
    JWK newKey() {
        try {
            return generator().algorithm(jws).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }

    /** By the name that it has in tokens and settings. */
    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.name().equals(name)).findFirst();
    }
}
