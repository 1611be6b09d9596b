package org.gatehouse.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files operators can name, and the sentences that end a deployment with files that they can not. */
class OperatorKeysTest {

    @TempDir
    private Path directory;

    @Test
    void theFilesAreReadInTheirOrder() throws IOException {
        var old = SignatureAlgorithm.ES256.newKey();
        var fresh = SignatureAlgorithm.ES256.newKey();

        var keys = keys("ES256", file("old.json", old) + ", " + file("new.json", fresh));
        keys.read();

        assertThat(keys.keys()).extracting(JWK::getKeyID).containsExactly(old.getKeyID(), fresh.getKeyID());
        assertThat(keys.areThere()).isTrue();
    }

    @Test
    void withoutFilesThereAreNone() {
        var keys = keys("RS256", "");
        keys.read();

        assertThat(keys.areThere()).isFalse();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> keys("RS256", "no/such/key.pem").read()).isInstanceOf(IllegalStateException.class)
                .hasMessage("gatehouse.jwt.key.files: no/such/key.pem does not exist");
    }

    /** Other applications accept one algorithm; it shall not change by another file. */
    @Test
    void aKeyForAnotherAlgorithmIsRefused() throws IOException {
        var file = file("ec.json", SignatureAlgorithm.ES256.newKey());

        assertThatThrownBy(() -> keys("RS256", file).read()).isInstanceOf(IllegalStateException.class)
                .hasMessage("gatehouse.jwt.key.files: " + file + " is for ES256, but gatehouse.jwt.algorithm is RS256");
    }

    private String file(String name, JWK key) throws IOException {
        return Files.writeString(directory.resolve(name), key.toJSONString()).toString();
    }

    private static OperatorKeys keys(String algorithm, String files) {
        var values = Map.of("gatehouse.jwt.algorithm", algorithm, "gatehouse.jwt.key.files", files);
        var settings = new Settings();
        settings.replaceWith(0, name -> Optional.ofNullable(values.get(name)));
        return new OperatorKeys(settings);
    }
}
