package org.gatehouse.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process that can be started again after it ended, and that never outlives this JVM. */
final class ServerProcess {

    private static final int STOP_SECONDS = 30;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private final Path log;
    private Process process;

    ServerProcess(List<String> command, Map<String, String> environment, Path directory, Path log) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop " + log.getFileName()));
    }

    synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException("It runs already");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end and waits until it has; one that does not listen is ended by force. */
    synchronized void stop() {
        if (isAlive()) {
            process.destroy();
            if (!ended(STOP_SECONDS)) {
                kill();
            }
        }
    }

    synchronized void kill() {
        process.destroyForcibly();
        if (!ended(STOP_SECONDS)) {
            throw new IllegalStateException("Process " + pid() + " does not end");
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Waits until it has ended by itself. */
    void join() throws InterruptedException {
        process.waitFor();
    }

    private boolean ended(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
