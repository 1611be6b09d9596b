package org.gatehouse.tokens;

import com.nimbusds.jose.jwk.JWK;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.platform.Settings;

/** The signing keys that the operator supplies in files, read once at the start. Their private parts stay in memory. */
@Singleton
class OperatorKeys {

    private final Settings settings;
    private volatile List<JWK> keys = List.of();

    @Inject
    OperatorKeys(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the files.
     *
     * @throws IllegalStateException if one of them cannot be used, in words for the operator
     */
    void read() {
        keys = settings.get(TokenSettings.KEY_FILES).stream().map(this::read).toList();
    }

    /** The preferred one last. */
    List<JWK> keys() {
        return keys;
    }

    boolean areThere() {
        return !keys.isEmpty();
    }

    private JWK read(String file) {
        try {
            var key = new KeyFile(settings.get(TokenSettings.KEY_PASSWORD), settings.get(TokenSettings.KEY_ALIAS))
                    .read(Path.of(file));
            var wanted = settings.get(TokenSettings.ALGORITHM);
            if (!wanted.jws().equals(key.getAlgorithm())) {
                throw new UnusableKeyException("is for " + key.getAlgorithm() + ", but gatehouse.jwt.algorithm is " + wanted);
            }
            return key;
        } catch (UnusableKeyException e) {
            throw new IllegalStateException(TokenSettings.KEY_FILES.name() + ": " + file + " " + e.getMessage(), e);
        }
    }
}
