package org.gatehouse.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.systems.Database;

/**
 * The key with which a server signs: whoever has it can make any token, so what is refused in spite of it is refused for
 * what the token says.
 */
record ServersKey(RSAKey key) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Reads it as the operator could, who has both the database and the encryption key. */
    static ServersKey read(Database database, String encryptionKey) {
        var kid = database.queryForString("select kid from gatehouse_signing_key order by created_at desc");
        var stored = database.queryForString("select encrypted_jwk from gatehouse_signing_key where kid = ?", kid);
        try {
            return new ServersKey(RSAKey.parse(decrypt(Base64.getDecoder().decode(stored),
                    Base64.getDecoder().decode(encryptionKey), "signing key " + kid)));
        } catch (GeneralSecurityException | ParseException e) {
            throw new IllegalStateException("The signing key cannot be read", e);
        }
    }

    /** The header of a proper token, to be changed. */
    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
    }

    String sign(JWSHeader header, JWTClaimsSet claims) {
        return sign(header, claims, signer());
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private JWSSigner signer() {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decrypt(byte[] stored, byte[] encryptionKey, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(encryptionKey, "AES"),
                new GCMParameterSpec(TAG_BITS, stored, 0, NONCE_BYTES));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(Arrays.copyOfRange(stored, NONCE_BYTES, stored.length)), StandardCharsets.UTF_8);
    }
}
