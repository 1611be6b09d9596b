package org.gatehouse.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a private key from a file: PKCS#8 in PEM (RFC 7468, section 10), a JSON Web Key (RFC 7517), or a PKCS#12
 * keystore (RFC 7292). Which of them it is, the content tells.
 *
 * @param password of the keystore, if it is one
 * @param alias    of the key in it, needed where there are several
 */
record KeyFile(Optional<String> password, Optional<String> alias) {

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");

    /** The key with its public part, for the one algorithm that suits it. */
    JWK read(Path file) throws UnusableKeyException {
        var content = content(file);
        var text = new String(content, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith("{")) {
            return fromJwk(text);
        }
        return PrivateKeys.toJwk(text.contains("-----BEGIN ") ? fromPem(text) : fromKeystore(content));
    }

    private static byte[] content(Path file) throws UnusableKeyException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnusableKeyException("does not exist", e);
        } catch (IOException e) {
            throw new UnusableKeyException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static JWK fromJwk(String text) throws UnusableKeyException {
        try {
            var jwk = JWK.parse(text);
            if (!(jwk instanceof AsymmetricJWK pair) || !jwk.isPrivate()) {
                throw new UnusableKeyException("has no private key in it");
            }
            var key = PrivateKeys.toJwk(pair.toPrivateKey());
            if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().equals(key.getAlgorithm())
                    || jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
                throw new UnusableKeyException("is not meant for signatures with " + key.getAlgorithm());
            }
            if (!jwk.computeThumbprint().toString().equals(key.getKeyID())) {
                throw new UnusableKeyException("has a public part that does not belong to its private part");
            }
            return key;
        } catch (ParseException | JOSEException e) {
            throw new UnusableKeyException("is no JSON Web Key", e);
        }
    }

    private static PrivateKey fromPem(String text) throws UnusableKeyException {
        var keys = PEM.matcher(text).results().filter(block -> block.group(1).endsWith("PRIVATE KEY")).toList();
        if (keys.size() != 1) {
            throw new UnusableKeyException("must have one private key in it, but has " + keys.size());
        }
        if (!keys.get(0).group(1).equals("PRIVATE KEY")) {
            throw new UnusableKeyException("has a key in the form \"" + keys.get(0).group(1) + "\"; make it plain PKCS#8,"
                    + " for instance by 'openssl pkcs8 -topk8 -nocrypt'");
        }
        return fromPkcs8(keys.get(0).group(2));
    }

    private static PrivateKey fromPkcs8(String base64) throws UnusableKeyException {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            return decode("RSA", encoded).or(() -> decode("EC", encoded))
                    .orElseThrow(() -> new UnusableKeyException("has neither an RSA nor an EC key in PKCS#8"));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("is no PEM", e);
        }
    }

    private static Optional<PrivateKey> decode(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (InvalidKeySpecException e) {
            return Optional.empty(); // it may be of the other kind
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA and EC", e);
        }
    }

    private PrivateKey fromKeystore(byte[] content) throws UnusableKeyException {
        var secret = password.orElseThrow(() -> new UnusableKeyException("is neither PEM nor a JSON Web Key; if it is a"
                + " PKCS#12 keystore, gatehouse.jwt.key.password must be set")).toCharArray();
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), secret);
            if (store.getKey(entry(store), secret) instanceof PrivateKey key) {
                return key;
            }
            throw new UnusableKeyException("has no private key in it");
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableKeyException("is no PKCS#12 keystore, or not one with that gatehouse.jwt.key.password", e);
        }
    }

    private String entry(KeyStore store) throws GeneralSecurityException, UnusableKeyException {
        if (alias.isPresent()) {
            return alias.get();
        }
        var entries = Collections.list(store.aliases());
        if (entries.size() != 1) {
            throw new UnusableKeyException("has " + entries.size() + " entries; gatehouse.jwt.key.alias must name one");
        }
        return entries.get(0);
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return "KeyFile";
    }
}
