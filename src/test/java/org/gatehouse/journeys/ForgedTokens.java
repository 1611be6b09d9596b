package org.gatehouse.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tokens that look like a real one and must not work, each for one reason alone. */
final class ForgedTokens {

    private static final RSAKey FORGERS_KEY = newKey();
    private static final Instant LATER = Instant.now().plusSeconds(3600);

    private final SignedJWT real;
    private final JWTClaimsSet claims;
    private final ServersKey server;

    ForgedTokens(String real, ServersKey server) {
        try {
            this.real = SignedJWT.parse(real);
            this.claims = this.real.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        this.server = server;
    }

    /** No forgery: what the server signs itself, signed by the test. */
    String faithfulCopy() {
        return with(copy -> { });
    }

    /** The same claims but for a change, properly signed. */
    String with(Consumer<JWTClaimsSet.Builder> change) {
        return server.sign(server.header().build(), changed(change));
    }

    /** The same claims under another header, signed by the server's key where that can be. */
    String under(JWSHeader.Builder header) {
        return server.sign(header.build(), claims);
    }

    String of(String kind) {
        return switch (kind) {
            case "unsigned" -> new PlainJWT(claims).serialize();
            case "signature cut off" -> real.getParsedString().replaceAll("[^.]*$", "");
            case "claims changed" -> changedUnderOldSignature();
            case "HS256 with the public key (DER)" -> withPublicKeyAsSecret(publicKey());
            case "HS256 with the public key (PEM)" -> withPublicKeyAsSecret(pem(publicKey()));
            case "another key under our kid" -> signedByForger(server.header().build());
            case "another key without kid" -> signedByForger(server.header().keyID(null).build());
            case "another key, sent along" ->
                    signedByForger(server.header().jwk(FORGERS_KEY.toPublicJWK()).keyID(FORGERS_KEY.getKeyID()).build());
            case "our key without kid" -> under(server.header().keyID(null));
            case "our key under an unknown kid" -> under(server.header().keyID("unknown"));
            case "our key under a kid that is a path" -> under(server.header().keyID("../../../../dev/null"));
            case "our key under a kid that is SQL" ->
                    under(server.header().keyID(server.key().getKeyID() + "' or '1'='1"));
            case "our key under a kid with a NUL" -> under(server.header().keyID(server.key().getKeyID() + "\0"));
            case "another key, by its address" -> signedByForger(server.header().keyID("theirs")
                    .jwkURL(URI.create("https://elsewhere.example.org/jwks.json")).build());
            case "ES256 under our kid" -> withCurve();
            case "ES256 without a signature" -> withCurve().replaceAll("[^.]*$", "A".repeat(86));
            case "our key, another algorithm" ->
                    under(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(server.key().getKeyID()).type(JOSEObjectType.JWT));
            case "a longer hash" ->
                    under(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(server.key().getKeyID()).type(JOSEObjectType.JWT));
            case "critical header" -> under(server.header().criticalParams(Set.of("exp")).customParam("exp", 1));
            case "no type" -> under(server.header().type(null));
            case "another type" -> under(server.header().type(new JOSEObjectType("at+jwt")));
            case "expired" -> with(copy -> copy.expirationTime(Date.from(Instant.now().minusSeconds(1))));
            case "without expiry" -> with(copy -> copy.expirationTime(null));
            case "not valid yet" -> with(copy -> copy.notBeforeTime(Date.from(LATER)));
            case "another issuer" -> with(copy -> copy.issuer("https://elsewhere.example.org"));
            case "issuer with a slash more" -> with(copy -> copy.issuer(claims.getIssuer() + "/"));
            case "without issuer" -> with(copy -> copy.issuer(null));
            case "another audience" -> with(copy -> copy.audience("somebody-else"));
            case "without audience" -> with(copy -> copy.audience(List.of()));
            case "without id" -> with(copy -> copy.claim("id", null));
            case "id as a text" -> with(copy -> copy.claim("id", "1 or 1=1"));
            case "without version" -> with(copy -> copy.claim("ver", null));
            case "an older version" -> with(copy -> copy.claim("ver", -1));
            case "a version to come" -> with(copy -> copy.claim("ver", 1));
            case "somebody else's subject" -> with(copy -> copy.subject("somebodyelse"));
            case "without subject" -> with(copy -> copy.subject(null));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private JWTClaimsSet changed(Consumer<JWTClaimsSet.Builder> change) {
        var copy = new JWTClaimsSet.Builder(claims);
        change.accept(copy);
        return copy.build();
    }

    private String changedUnderOldSignature() {
        var parts = real.getParsedString().split("\\.");
        return parts[0] + "." + changed(copy -> copy.claim("upn", "admin")).toPayload().toBase64URL() + "." + parts[2];
    }

    private String withPublicKeyAsSecret(byte[] secret) {
        try {
            return ServersKey.sign(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(server.key().getKeyID())
                    .type(JOSEObjectType.JWT).build(), claims, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signedByForger(JWSHeader header) {
        try {
            return ServersKey.sign(header, claims, new RSASSASigner(FORGERS_KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String withCurve() {
        try {
            return ServersKey.sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(server.key().getKeyID())
                    .type(JOSEObjectType.JWT).build(), claims, new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] publicKey() {
        try {
            return server.key().toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(byte[] der) {
        return ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
