package org.gatehouse.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Ports;

/**
 * The window a developer types into. The development server runs in a JVM of its own here, in Maven's otherwise; both
 * that and the server it starts are tuned for a short life.
 */
final class DeveloperConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern MAIL = Pattern.compile("/mails/[0-9]+");
    private static final Pattern LINK = Pattern.compile("href=\"(http[^\"]+)\"");

    private final int port = Ports.free();
    private final int mailboxPort = Ports.free();
    private final Path directory;
    private final Path output;
    private Process process;

    DeveloperConsole(Path directory) {
        this.directory = directory;
        this.output = directory.resolve("console");
    }

    int port() {
        return port;
    }

    void run(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"),
                "-Dgatehouse.run.port=" + port,
                "-Dgatehouse.run.mailbox-port=" + mailboxPort,
                "-Dgatehouse.run.data=" + directory.resolve("data")));
        command.addAll(List.of(options));
        command.add(DevelopmentServer.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as the terminal or the desktop does, and waits until it has tidied up. */
    void interrupt() {
        if (process != null) {
            process.destroy();
            exitCode();
        }
    }

    int exitCode() {
        Await.until("the end of the development server", PATIENCE, () -> !process.isAlive());
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitOutput(String text) {
        Await.until("\"" + text + "\" in the console", PATIENCE, () -> output().contains(text) || !process.isAlive());
        if (!output().contains(text)) {
            throw new AssertionError("It has ended: " + output());
        }
    }

    Client api() {
        return new Client(URI.create("http://localhost:" + port));
    }

    /** Opens the newest mail and returns its first link, waiting until there is one. */
    String linkInMailbox() {
        Client mailbox = new Client(URI.create("http://localhost:" + mailboxPort));
        return Await.present("a mail in the mailbox", PATIENCE, () -> first(MAIL, mailbox.get("/").body())
                .flatMap(mail -> first(LINK, mailbox.get(mail.group()).body())))
                .group(1).replace("&amp;", "&");
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
