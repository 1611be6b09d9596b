package org.gatehouse.systems;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How an {@link IdentityProvider} makes its id_tokens: honestly, or with one thing changed at a time.
 *
 * @param claims    what becomes of the honest claims
 * @param key       what becomes of the signing key
 * @param named     whether the header names the key
 * @param signature how it is signed
 */
public record IdToken(UnaryOperator<Map<String, Object>> claims, UnaryOperator<JWK> key, boolean named,
                      Signature signature) {

    /** How an id_token is signed. */
    public enum Signature { PROPER, NONE, WITH_THE_CLIENT_SECRET, WITH_THE_PUBLIC_KEY_AS_SECRET, TAMPERED }

    /** With every claim as it should be, signed with the key in force. */
    public static IdToken honest() {
        return new IdToken(UnaryOperator.identity(), UnaryOperator.identity(), true, Signature.PROPER);
    }

    /** With this claim, instead of the honest one or beside them. */
    public IdToken with(String claim, Object value) {
        return changed(honest -> honest.put(claim, value));
    }

    public IdToken without(String claim) {
        return changed(honest -> honest.remove(claim));
    }

    /** Signed by somebody else, in the name of the provider's key. */
    public IdToken forged() {
        return new IdToken(claims, ProviderKeys::forgedLike, named, signature);
    }

    /** Signed with this key, published or not. */
    public IdToken signedWith(JWK other) {
        return new IdToken(claims, honest -> other, named, signature);
    }

    /** With a header that does not name the key. */
    public IdToken withoutKeyId() {
        return new IdToken(claims, key, false, signature);
    }

    public IdToken signed(Signature other) {
        return new IdToken(claims, key, named, other);
    }

    private IdToken changed(Consumer<Map<String, Object>> change) {
        UnaryOperator<Map<String, Object>> next = honest -> {
            var copy = new LinkedHashMap<>(claims.apply(honest));
            change.accept(copy);
            return copy;
        };
        return new IdToken(next, key, named, signature);
    }

    String serialize(Map<String, Object> honest, JWK signing, String clientSecret) {
        var body = claims.apply(honest);
        try {
            return switch (signature) {
                case PROPER -> asymmetric(body, key.apply(signing));
                case TAMPERED -> tampered(asymmetric(body, key.apply(signing)));
                case NONE -> unsigned(body);
                case WITH_THE_CLIENT_SECRET -> symmetric(body, clientSecret.getBytes(StandardCharsets.UTF_8));
                case WITH_THE_PUBLIC_KEY_AS_SECRET -> symmetric(body, signing.toRSAKey().toPublicKey().getEncoded());
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String asymmetric(Map<String, Object> body, JWK with) throws JOSEException {
        return with instanceof RSAKey rsa
                ? signed(body, JWSAlgorithm.RS256, with, new RSASSASigner(rsa))
                : signed(body, JWSAlgorithm.ES256, with, new ECDSASigner(with.toECKey()));
    }

    private String symmetric(Map<String, Object> body, byte[] secret) throws JOSEException {
        return signed(body, JWSAlgorithm.HS256, null, new MACSigner(secret));
    }

    private String signed(Map<String, Object> body, JWSAlgorithm algorithm, JWK with, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT)
                .keyID(named && with != null ? with.getKeyID() : null).build();
        var token = new JWSObject(header, new Payload(body));
        token.sign(signer);
        return token.serialize();
    }

    private static String unsigned(Map<String, Object> body) {
        return Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(JSONObjectUtils.toJSONString(body)) + ".";
    }

    /** Other claims under the signature of the honest ones. */
    private static String tampered(String honest) {
        var parts = honest.split("\\.");
        var body = Base64URL.from(parts[1]).decodeToString().replaceFirst("\\{", "{\"tampered\":true,");
        return parts[0] + "." + Base64URL.encode(body) + "." + parts[2];
    }
}
