package org.gatehouse.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of their own operators can supply, and what they are told about those that they cannot. */
class KeyFileTest {

    private static final RSAKey RSA = make(() -> new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate());
    private static final ECKey EC = make(() -> new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());

    @TempDir
    private Path directory;

    @Test
    void theSameKeyIsTheSameInEveryForm() throws Exception {
        assertThat(read(pem(RSA.toPrivateKey())).toPublicJWK()).isEqualTo(read(RSA.toJSONString()).toPublicJWK());
        assertThat(read(pem(EC.toPrivateKey())).toPublicJWK()).isEqualTo(read(EC.toJSONString()).toPublicJWK());
        assertThat(read(pem(EC.toPrivateKey())).getKeyID()).isEqualTo(EC.getKeyID());
    }

    @Test
    void aKeyIsForTheOneAlgorithmThatSuitsIt() throws Exception {
        assertThat(read(RSA.toJSONString())).extracting(JWK::getAlgorithm, JWK::getKeyUse)
                .containsExactly(SignatureAlgorithm.RS256.jws(), KeyUse.SIGNATURE);
        assertThat(read(EC.toJSONString()).getAlgorithm()).isEqualTo(SignatureAlgorithm.ES256.jws());
    }

    /** Nor does anything else that the file says of it reach the published key set. */
    @Test
    void theIdOfAKeyIsItsThumbprintWhateverTheFileCallsIt() throws Exception {
        assertThat(read(new RSAKey.Builder(RSA).keyID("../../mine").build().toJSONString()).getKeyID())
                .isEqualTo(RSA.getKeyID());
    }

    @Test
    void aFileMayHaveCertificatesBesideTheKey() throws Exception {
        assertThat(read("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" + pem(RSA.toPrivateKey()))
                .getKeyID()).isEqualTo(RSA.getKeyID());
    }

    @Test
    void aKeystoreOpensWithItsPasswordAndNeedsAnAliasOnlyForSeveralKeys() throws Exception {
        var store = directory.resolve("keys.p12");
        keytool(store, "first", "EC");
        var first = new KeyFile(Optional.of("changeit"), Optional.empty()).read(store);
        keytool(store, "second", "RSA");

        assertThat(new KeyFile(Optional.of("changeit"), Optional.of("first")).read(store)).isEqualTo(first);
        assertThat(new KeyFile(Optional.of("changeit"), Optional.of("second")).read(store).getAlgorithm())
                .isEqualTo(SignatureAlgorithm.RS256.jws());
        assertThatThrownBy(() -> new KeyFile(Optional.of("changeit"), Optional.empty()).read(store))
                .hasMessage("has 2 entries; gatehouse.jwt.key.alias must name one");
        assertThatThrownBy(() -> new KeyFile(Optional.of("changeit"), Optional.of("third")).read(store))
                .hasMessage("has no private key in it");
        assertThatThrownBy(() -> new KeyFile(Optional.of("guessed"), Optional.of("first")).read(store))
                .hasMessage("is no PKCS#12 keystore, or not one with that gatehouse.jwt.key.password");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> reader().read(directory.resolve("nowhere.pem"))).hasMessage("does not exist");
        refused("", "is neither PEM nor a JSON Web Key; if it is a PKCS#12 keystore, gatehouse.jwt.key.password must be set");
        refused(RSA.toPublicJWK().toJSONString(), "has no private key in it");
        refused("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "must have one private key in it, but has 0");
    }

    @Test
    void aWeakKeyIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);

        refused(pem(generator.generateKeyPair().getPrivate()), "has an RSA key of 1024 bits; it must have 2048 at least");
    }

    @Test
    void aKeyOnAnotherCurveIsRefused() throws Exception {
        refused(pem(new ECKeyGenerator(Curve.P_384).generate().toPrivateKey()),
                "has a key on the curve P-384; ES256 needs P-256");
        refused(new ECKeyGenerator(Curve.P_521).generate().toJSONString(),
                "has a key on the curve P-521; ES256 needs P-256");
        refused(pem(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate()),
                "has neither an RSA nor an EC key in PKCS#8");
    }

    @Test
    void aSharedSecretIsRefused() throws Exception {
        OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).generate();

        refused(secret.toJSONString(), "has no private key in it");
    }

    @Test
    void aKeyThatIsMeantForSomethingElseIsRefused() {
        refused(new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build().toJSONString(),
                "is not meant for signatures with RS256");
        refused(new RSAKey.Builder(RSA).algorithm(JWSAlgorithm.PS256).build().toJSONString(),
                "is not meant for signatures with RS256");
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() throws Exception {
        var other = new ECKeyGenerator(Curve.P_256).generate();

        refused(new ECKey.Builder(Curve.P_256, other.getX(), other.getY()).d(EC.getD()).build().toJSONString(),
                "has a public part that does not belong to its private part");
        var mixed = RSA.toJSONObject();
        mixed.put("n", new RSAKeyGenerator(2048).generate().getModulus().toString());
        refused(JSONObjectUtils.toJSONString(mixed), "has a key that does not sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void otherFormsOfPemAreRefusedWithAWayOut(String form) throws Exception {
        refused(pem(RSA.toPrivateKey()).replace("PRIVATE KEY", form), "has a key in the form \"" + form
                + "\"; make it plain PKCS#8, for instance by 'openssl pkcs8 -topk8 -nocrypt'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kty\":\"RSA\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"d\":\"AA\"}",
            "{\"kty\":1}", "{", "-----BEGIN "})
    void aDamagedFileIsRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(UnusableKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "???", ""})
    void aDamagedKeyIsRefused(String base64) {
        assertThatThrownBy(() -> read(pem(base64))).isInstanceOf(UnusableKeyException.class);
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(new KeyFile(Optional.of("secret"), Optional.empty()).toString()).doesNotContain("secret");
        assertThat(new TokenKey(RSA, null, null).toString()).isEqualTo("signing key " + RSA.getKeyID());
    }

    private void refused(String content, String reason) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(UnusableKeyException.class).hasMessage(reason);
    }

    private JWK read(String content) throws IOException, UnusableKeyException {
        return reader().read(Files.writeString(directory.resolve("key"), content));
    }

    private static KeyFile reader() {
        return new KeyFile(Optional.empty(), Optional.empty());
    }

    private static String pem(Key key) {
        return pem(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
    }

    private static String pem(String base64) {
        var kind = "PRIVATE KEY-----\n";
        return "-----BEGIN " + kind + base64 + "\n-----END " + kind;
    }

    /** As an operator makes one. */
    private static void keytool(Path store, String alias, String algorithm) throws Exception {
        var curve = algorithm.equals("EC") ? List.of("-groupname", "secp256r1") : List.of("-keysize", "2048");
        var command = Stream.of(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit", "-alias",
                alias, "-dname", "CN=tokens", "-keyalg", algorithm), curve).flatMap(List::stream).toList();
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor())
                .isZero();
    }

    private interface Making<T> {

        T make() throws Exception;
    }

    private static <T> T make(Making<T> making) {
        try {
            return making.make();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
