package org.gatehouse.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.text.ParseException;
import java.time.Instant;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** Turns a private key into the pair of keys that it belongs to. The id of each is its thumbprint (RFC 7638). */
final class PrivateKeys {

    /** RFC 7518, section 3.3. */
    private static final int LEAST_RSA_BITS = 2048;

    private PrivateKeys() {
    }

    static JWK toJwk(PrivateKey key) throws UnusableKeyException {
        try {
            return proven(key instanceof RSAPrivateCrtKey rsa ? rsa(rsa)
                    : key instanceof ECPrivateKey ec ? ec(ec) : refused());
        } catch (JOSEException | ParseException | IllegalStateException e) {
            throw new UnusableKeyException("has a key that does not sign", e);
        }
    }

    private static JWK refused() throws UnusableKeyException {
        throw new UnusableKeyException("has neither an RSA nor an EC key in it");
    }

    private static JWK rsa(RSAPrivateCrtKey key) throws UnusableKeyException, JOSEException {
        var bits = key.getModulus().bitLength();
        if (bits < LEAST_RSA_BITS) {
            throw new UnusableKeyException("has an RSA key of " + bits + " bits; it must have " + LEAST_RSA_BITS
                    + " at least");
        }
        return new RSAKey.Builder(Base64URL.encode(key.getModulus()), Base64URL.encode(key.getPublicExponent()))
                .privateKey(key).algorithm(SignatureAlgorithm.RS256.jws()).keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint().build();
    }

    private static JWK ec(ECPrivateKey key) throws UnusableKeyException, JOSEException {
        var curve = Curve.forECParameterSpec(key.getParams());
        if (!Curve.P_256.equals(curve)) {
            throw new UnusableKeyException("has a key on the curve " + curve + "; ES256 needs P-256");
        }
        var size = key.getParams().getCurve().getField().getFieldSize();
        var point = CustomNamedCurves.getByName(curve.getName()).getG().multiply(key.getS()).normalize();
        return new ECKey.Builder(curve,
                ECKey.encodeCoordinate(size, point.getAffineXCoord().toBigInteger()),
                ECKey.encodeCoordinate(size, point.getAffineYCoord().toBigInteger()))
                .privateKey(key).algorithm(SignatureAlgorithm.ES256.jws()).keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint().build();
    }

    /** A damaged key may look like one and yet sign what its public part does not verify. */
    private static JWK proven(JWK jwk) throws JOSEException, ParseException {
        var key = new TokenKey(jwk, Instant.EPOCH, Instant.EPOCH);
        if (!key.hasSigned(SignedJWT.parse(key.sign(new JWTClaimsSet.Builder().build())))) {
            throw new JOSEException("the signature is wrong");
        }
        return jwk;
    }
}
