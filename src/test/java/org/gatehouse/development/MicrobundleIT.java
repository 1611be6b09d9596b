package org.gatehouse.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.systems.PayaraMicro;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar brings its own database, so the other one would tell nothing more. */
@Tag("once")
class MicrobundleIT {

    @Test
    void theRunnableJarNeedsNothingElseAndFindsItsDataAgainWhereItIsStarted(@TempDir Path directory) {
        PayaraMicro server = PayaraMicro.microbundle()
                .shortLived()
                .workingDirectory(directory)
                .property("gatehouse.mode", "development")
                .start();
        try {
            assertThat(server.client().post("/api/auth/local/register", Map.of("username", "ada",
                    "email", "ada@example.org", "password", "an engine that weaves")).status()).isEqualTo(200);

            server.stop();
            server.start();

            assertThat(server.client().post("/api/auth/local", Map.of("identifier", "ada",
                    "password", "an engine that weaves")).status()).isEqualTo(200);
            assertThat(directory.resolve("gatehouse-data")).isDirectoryContaining("glob:**encryption.key");
        } finally {
            server.stop();
        }
    }
}
