package org.gatehouse.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.systems.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a developer sees who runs it. It brings its own database, so the other one would tell nothing more. */
@Tag("once")
class DevelopmentServerIT {

    private static final Map<String, String> ADA = Map.of("username", "ada", "email", "ada@example.org",
            "password", "an engine that weaves");
    private static final Map<String, String> LOGIN = Map.of("identifier", "ada", "password", "an engine that weaves");

    @TempDir
    private Path directory;
    private DeveloperConsole console;

    @BeforeEach
    void sit() {
        console = new DeveloperConsole(directory);
    }

    @AfterEach
    void leave() {
        console.interrupt();
    }

    @Test
    void mailArrivesInTheMailboxAndTheNextStartFindsTheData() {
        console.run();
        console.awaitOutput("Ctrl-C stops it");

        assertThat(console.api().post("/api/auth/local/register", ADA).status()).isEqualTo(200);
        assertThat(console.api().post("/api/auth/local", LOGIN).status()).isEqualTo(400);
        console.api().get(console.linkInMailbox());
        assertThat(console.api().post("/api/auth/local", LOGIN).status()).isEqualTo(200);

        console.interrupt();
        assertThat(console.output()).contains("Gatehouse has stopped");
        assertThat(Ports.isTaken(console.port())).isFalse();

        console.run();
        console.awaitOutput("Ctrl-C stops it");
        assertThat(console.api().post("/api/auth/local", LOGIN).status()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(console.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            console.run();

            assertThat(console.exitCode()).isNotZero();
            assertThat(console.output())
                    .contains("Port " + other.getLocalPort() + " is taken by another program")
                    .contains("-Dgatehouse.run.port=");
        }
    }

    @Test
    void aWrongSettingIsNamedAndNothingStaysBehind() {
        console.run("-Dgatehouse.jwt.expires-in=soon");

        assertThat(console.exitCode()).isNotZero();
        assertThat(console.output()).contains("Gatehouse did not start", "gatehouse.jwt.expires-in");
        assertThat(Ports.isTaken(console.port())).isFalse();
    }
}
