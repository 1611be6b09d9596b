package org.gatehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that never outlives this one. */
final class Child implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final Thread hook = new Thread(this::end, "end child process");

    private Child(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Child start(ProcessBuilder command) throws IOException {
        return new Child(command.redirectErrorStream(true).start());
    }

    long pid() {
        return process.pid();
    }

    /** What it wrote, once it has ended by itself; it must not be more than fits into a pipe. */
    String output(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name() + " did not end within " + atMost.toSeconds() + " s");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(name() + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name() + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // this JVM ends, the hook runs or has run
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String name() {
        return process.info().command().orElse("Process " + pid());
    }
}
