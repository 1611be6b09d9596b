package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.StoredKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How signing keys take turns on two nodes, without anybody being signed out (ASVS 11.1.2, 11.2.2). */
@Tag("postgresql")
class KeyRotationIT {

    private static final Duration A_FEW_TICKS = Duration.ofSeconds(60);
    private static final String ROTATE_AFTER = "gatehouse.jwt.key.rotate-after";
    private static final String PUBLISH_AHEAD = "gatehouse.jwt.key.publish-ahead";
    private static final String ALGORITHM = "gatehouse.jwt.algorithm";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse here = Gatehouse.shared();
    private final Gatehouse there = Nodes.proxied();
    private final Person ada = Person.anybody();

    @BeforeEach
    void thereIsOneKeyWhichBothNodesKnow() {
        here.database().update("delete from gatehouse_signing_key");
        Await.until("both nodes to have one key", A_FEW_TICKS, () -> StoredKey.count(here.database()) == 1
                && both().allMatch(node -> published(node).equals(List.of(StoredKey.newest(here.database()).kid()))));
    }

    @Test
    void anOldKeyIsReplacedOnceByOneThatIsPublishedBeforeItSigns() throws ParseException {
        var token = ada.joins(here);
        var old = keyOf(token);
        old.hasSignedFor(Duration.ofDays(364));
        settings.set(Map.of(ROTATE_AFTER, "365d", PUBLISH_AHEAD, "1d"));

        Await.until("the next key to be published", A_FEW_TICKS, () -> StoredKey.count(here.database()) > 1);
        var next = StoredKey.newest(here.database());
        awaitPublished(next);
        assertThat(keyOf(ada.loginAt(here).jwt())).isEqualTo(old);
        assertThat(StoredKey.count(here.database())).as("whatever both nodes did").isEqualTo(2);

        next.isDue();
        awaitSigning(next);
        both().forEach(node -> Expect.status(200, node.me(token)));
        assertThat(published(here)).contains(old.kid(), next.kid());
        assertThat(StoredKey.count(here.database())).isEqualTo(2);
    }

    @Test
    void aReplacedKeyStaysUntilItsLastTokenHasExpired() throws ParseException {
        var token = ada.joins(here);
        var old = keyOf(token);
        var next = replaced(old);
        var fresh = ada.loginAt(here).jwt();
        both().forEach(node -> Expect.status(200, node.me(token)));

        old.hasNoTokensLeft();

        Await.until("the old key to be deleted", A_FEW_TICKS, () -> !old.isThere());
        both().forEach(node -> {
            Await.until("the old key to be forgotten", A_FEW_TICKS, () -> !published(node).contains(old.kid()));
            Expect.invalidToken(node.me(token));
            Expect.status(200, node.me(fresh));
        });
        assertThat(next.isThere()).isTrue();
    }

    /** The key that signs is never deleted, however long the server was off. */
    @Test
    void theKeyThatSignsIsKeptForTheTokensThatItSigns() throws ParseException {
        var token = ada.joins(here);
        var key = keyOf(token);

        key.hasNoTokensLeft();

        Await.until("the key to be kept", A_FEW_TICKS, () -> here.database().queryForLong("select count(*)"
                + " from gatehouse_signing_key where kid = ? and tokens_until > current_timestamp + interval '29' day",
                key.kid()) == 1);
        Expect.status(200, here.me(token));
    }

    /** What an operator does whose key has leaked; that a token was checked before does not help it. */
    @Test
    void aKeyThatIsDeletedVerifiesNothingAnyMoreAndAnotherSigns() throws ParseException {
        var token = ada.joins(here);
        both().forEach(node -> Expect.status(200, node.me(token)));
        var leaked = keyOf(token);

        here.database().update("delete from gatehouse_signing_key");

        both().forEach(node -> {
            Await.until("the token to be refused", A_FEW_TICKS, () -> node.me(token).status() == 401);
            Await.until("another key", A_FEW_TICKS, () -> !signer(node).endsWith(leaked.kid()));
        });
        var fresh = Expect.status(200, ada.loginAt(here)).jwt();
        assertThat(keyOf(fresh)).isNotEqualTo(leaked);
        both().forEach(node -> Expect.status(200, node.me(fresh)));
        assertThat(published(here)).doesNotContain(leaked.kid());
        assertThat(StoredKey.count(here.database())).as("whatever both nodes did").isOne();
    }

    @Test
    void anotherAlgorithmTakesAnotherKeyAndOlderTokensGoOn() throws Exception {
        var token = ada.joins(here);
        settings.set(Map.of(ALGORITHM, "ES256", PUBLISH_AHEAD, "1s"));
        Await.until("a key for ES256", A_FEW_TICKS, () -> signer(here).startsWith("ES256"));
        Await.until("a key for ES256", A_FEW_TICKS, () -> signer(there).startsWith("ES256"));

        var shorter = ada.loginAt(here).jwt();

        assertThat(SignedJWT.parse(shorter).getHeader().toJSONObject()).containsEntry("alg", "ES256")
                .containsEntry("typ", "JWT");
        both().forEach(node -> {
            Expect.status(200, node.me(token));
            Expect.status(200, node.me(shorter));
        });
        refusesConfusions(token, shorter);
    }

    /** One algorithm for each key (RFC 8725, section 3.1), whatever the header says. */
    private void refusesConfusions(String rsa, String ec) throws Exception {
        var keys = JWKSet.parse(here.get("/api/.well-known/jwks.json").body());
        var rsaKid = SignedJWT.parse(rsa).getHeader().getKeyID();
        var ecKey = keys.getKeyByKeyId(SignedJWT.parse(ec).getHeader().getKeyID()).toECKey();
        var claims = SignedJWT.parse(ec).getJWTClaimsSet();
        var forgers = new ECKeyGenerator(Curve.P_256).generate();
        var forged = List.of(
                sign(header(JWSAlgorithm.ES256, ecKey.getKeyID()), claims, forgers),
                sign(header(JWSAlgorithm.ES256, rsaKid), claims, forgers),
                withRsa(header(JWSAlgorithm.RS256, ecKey.getKeyID()), claims),
                withSecret(header(JWSAlgorithm.HS256, ecKey.getKeyID()), claims, ecKey.toECPublicKey().getEncoded()),
                withSecret(header(JWSAlgorithm.HS256, ecKey.getKeyID()), claims,
                        ecKey.toJSONString().getBytes(StandardCharsets.UTF_8)),
                ec.replaceAll("[^.]*$", "A".repeat(86)), // r = s = 0
                ec.replaceAll("[^.]*$", ""));

        forged.forEach(token -> Expect.invalidToken(here.me(token)));
    }

    private StoredKey replaced(StoredKey old) throws ParseException {
        old.hasSignedFor(Duration.ofDays(365));
        settings.set(Map.of(ROTATE_AFTER, "365d"));
        Await.until("the next key to be published", A_FEW_TICKS, () -> StoredKey.count(here.database()) > 1);
        var next = StoredKey.newest(here.database());
        awaitPublished(next);
        next.isDue();
        awaitSigning(next);
        return next;
    }

    private void awaitPublished(StoredKey key) {
        both().forEach(node -> Await.until(key + " to be published", A_FEW_TICKS, () ->
                published(node).contains(key.kid())));
    }

    private void awaitSigning(StoredKey key) {
        both().forEach(node -> Await.until(key + " to sign", A_FEW_TICKS, () -> signer(node).endsWith(key.kid())));
    }

    /** The algorithm and the id of the key that signs there now. */
    private String signer(Gatehouse node) throws ParseException {
        var address = "198.51.100." + ThreadLocalRandom.current().nextInt(256); // as often as it takes, in spite of limits
        var answer = node.anonymous().with("X-Forwarded-For", address).post("/api/auth/local",
                Map.of("identifier", ada.username(), "password", ada.password()));
        var header = SignedJWT.parse(Expect.status(200, answer).jwt()).getHeader();
        return header.getAlgorithm() + " " + header.getKeyID();
    }

    private StoredKey keyOf(String token) throws ParseException {
        return new StoredKey(here.database(), SignedJWT.parse(token).getHeader().getKeyID());
    }

    private Stream<Gatehouse> both() {
        return Stream.of(here, there);
    }

    private static List<String> published(Gatehouse node) {
        return node.get("/api/.well-known/jwks.json").json().getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .map(key -> key.getString("kid")).toList();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).type(JOSEObjectType.JWT).build();
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) throws JOSEException {
        return ServersKey.sign(header, claims, new ECDSASigner(key));
    }

    private static String withRsa(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        return ServersKey.sign(header, claims, new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    }

    private static String withSecret(JWSHeader header, JWTClaimsSet claims, byte[] secret) throws JOSEException {
        return ServersKey.sign(header, claims, new MACSigner(secret));
    }
}
