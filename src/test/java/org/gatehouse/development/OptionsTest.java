package org.gatehouse.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private final Properties commandLine = new Properties();

    @Test
    void withoutAnyThePortsAreTheUsualOnes() {
        Options options = Options.from(commandLine);

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.mailboxPort()).isEqualTo(8025);
        assertThat(options.data()).endsWithRaw(Path.of("target/gatehouse-data"));
    }

    @Test
    void settingsOfGatehouseArePassedOnAndNoOthers() {
        commandLine.setProperty("gatehouse.jwt.expires-in", "1h");
        commandLine.setProperty("gatehouse.run.port", "9090");
        commandLine.setProperty("gatehouse.test.database", "h2");
        commandLine.setProperty("user.home", "here");

        Options options = Options.from(commandLine);

        assertThat(options.gatehouse()).containsOnlyKeys("gatehouse.jwt.expires-in");
        assertThat(options.port()).isEqualTo(9090);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "http", "65536", "-1", "8080 "})
    void whatIsNoPortIsRefusedByName(String port) {
        commandLine.setProperty("gatehouse.run.mailbox-port", port);

        assertThatThrownBy(() -> Options.from(commandLine)).isInstanceOf(CannotRun.class)
                .hasMessageContaining("gatehouse.run.mailbox-port").hasMessageContaining("1 to 65535");
    }
}
