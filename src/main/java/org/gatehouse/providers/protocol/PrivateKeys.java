package org.gatehouse.providers.protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.gatehouse.spi.ProviderException;

/** Reads the private key with which the operator proves who they are: PKCS #8 in PEM, or a JWK. */
final class PrivateKeys {

    private PrivateKeys() {
    }

    static PrivateKey read(String text) {
        try {
            if (text != null && text.strip().startsWith("{") && JWK.parse(text) instanceof AsymmetricJWK key) {
                return key.toPrivateKey();
            }
            return fromPem(text == null ? "" : text);
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            // what was not understood may be a key all the same
            throw new ProviderException("The provider's private key cannot be read: it must be PKCS #8 in PEM, or a JWK");
        }
    }

    private static PrivateKey fromPem(String text) throws GeneralSecurityException {
        var bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "\n"));
        GeneralSecurityException failure = null;
        for (var algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
