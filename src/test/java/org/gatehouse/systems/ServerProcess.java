package org.gatehouse.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A child process that can be started again after it has ended, and that never outlives this JVM. Its directory for
 * temporary files exists only while it runs: Payara Micro unpacks itself there at each start and does not tidy up.
 */
final class ServerProcess {

    private static final int STOP_SECONDS = 30;

    private final ProcessBuilder builder;
    private final Path temporary;
    private Process process;

    ServerProcess(ProcessBuilder builder, Path temporary) {
        this.builder = builder;
        this.temporary = temporary;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop " + temporary.getFileName()));
    }

    synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException("It runs already");
        }
        try {
            Files.createDirectories(temporary);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end and waits until it has; one that does not listen is ended by force. */
    synchronized void stop() {
        if (isAlive()) {
            process.destroy();
            if (!ended()) {
                process.destroyForcibly();
            }
        }
        tidyUp();
    }

    synchronized void kill() {
        if (isAlive()) {
            process.destroyForcibly();
        }
        tidyUp();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Waits until it has ended, whoever ends it. */
    void join() throws InterruptedException {
        process.waitFor();
    }

    private void tidyUp() {
        if (process != null && !ended()) {
            throw new IllegalStateException("Process " + pid() + " does not end");
        }
        Project.delete(temporary);
    }

    private boolean ended() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
