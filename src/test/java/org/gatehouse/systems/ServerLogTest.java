package org.gatehouse.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    private static final String RECORD = "[2026-01-01T00:00:00.000+0000] [] [%s] [X-1] [some.logger] [tid: _ThreadID=1] %s\n";

    @TempDir
    private Path directory;

    @Test
    void theInnermostCauseOfTheFirstFailureIsTheReason() throws IOException {
        ServerLog log = log("""
                %s\
                %s\
                org.apache.catalina.LifecycleException: jakarta.ejb.EJBException: wrapped
                \tat org.example.Some.code(Some.java:1)
                Caused by: jakarta.ejb.EJBException: wrapped
                \t... 3 more
                Caused by: java.lang.IllegalArgumentException: gatehouse.url must be set
                \t... 40 more
                ]]
                %s\
                java.lang.IllegalStateException: what follows from it
                """.formatted(record("INFO", "fine"), record("SEVERE", "[["), record("SEVERE", "[[")));

        assertThat(log.failure()).contains("gatehouse.url must be set");
    }

    @Test
    void anExceptionWithoutWordsIsNamed() throws IOException {
        assertThat(log(record("SEVERE", "[[") + "java.lang.NullPointerException\n\tat org.example.Some.code\n").failure())
                .contains("java.lang.NullPointerException");
    }

    @Test
    void warningsAreNoFailures() throws IOException {
        assertThat(log(record("WARNING", "[[") + "java.lang.IllegalStateException: a passing trouble\n").failure())
                .isEmpty();
    }

    @Test
    void whatEarlierStartsWroteDoesNotCount() throws IOException {
        String earlier = record("SEVERE", "[[") + "java.lang.IllegalStateException: yesterday\n";
        Path file = file(earlier + record("INFO", "fine"));

        assertThat(ServerLog.since(file, earlier.length()).failure()).isEmpty();
    }

    @Test
    void theServerSaysWhenItHasTriedEverything() throws IOException {
        assertThat(log(record("INFO", "Payara Micro 6.2025.10 (build 42) ready in 5,468 (ms)")).saysStarted()).isTrue();
        assertThat(log(record("INFO", "Deployed 1 archive(s)")).saysStarted()).isFalse();
    }

    private static String record(String level, String message) {
        return RECORD.formatted(level, message);
    }

    private ServerLog log(String content) throws IOException {
        return ServerLog.since(file(content), 0);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("server.log"), content);
    }
}
