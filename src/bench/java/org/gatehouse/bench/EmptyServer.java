package org.gatehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Ports;
import org.gatehouse.systems.Project;

/**
 * Payara Micro without an application, with the JVM flags and the scripts it has when Gatehouse is on it, except those
 * for datasource and mail: what any application pays for, whoever wrote it.
 */
final class EmptyServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> SCRIPTS =
            List.of("loopback.asadmin", "no-data-grid.asadmin", "no-phone-home.asadmin");

    private final Child process;
    private final Path files;
    private final Duration startTime;

    private EmptyServer(Child process, Path files, Duration startTime) {
        this.process = process;
        this.files = files;
        this.startTime = startTime;
    }

    /** Starts one and waits until it answers HTTP, and has finished its start. */
    static EmptyServer start(Path serverConfig) {
        int port = Ports.free();
        Path files = Project.directory("server-runs/empty-" + port);
        Path log = Project.directory("server-logs").resolve("empty-" + port + ".log");
        Child process = launch(serverConfig, port, files, log);
        try {
            URI anywhere = URI.create("http://127.0.0.1:" + port + "/");
            Await.until("an answer of the empty server", START_LIMIT, () -> answers(anywhere));
            Duration startTime = StartTime.untilNow(process.pid());
            Await.until("the end of the empty server's start", START_LIMIT, () -> Files.readString(log).contains(" ready in "));
            return new EmptyServer(process, files, startTime);
        } catch (AssertionError | RuntimeException e) {
            process.close();
            delete(files);
            throw e;
        }
    }

    Duration startTime() {
        return startTime;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
        delete(files);
    }

    private static Child launch(Path serverConfig, int port, Path files, Path log) {
        List<String> command = List.of(Jvm.java(), "-Xmx512m", "-Djava.io.tmpdir=" + files,
                "-jar", Project.built("servers/payara-micro.jar").toString(),
                "--port", Integer.toString(port),
                "--logProperties", serverConfig.resolve("logging.properties").toString(),
                "--prebootCommandFile", files.resolve("preboot.asadmin").toString());
        try {
            StringBuilder commands = new StringBuilder();
            for (String script : SCRIPTS) {
                commands.append(Files.readString(serverConfig.resolve(script))).append('\n');
            }
            Files.writeString(files.resolve("preboot.asadmin"), commands);
            Files.deleteIfExists(log);
            return Child.start(new ProcessBuilder(command).redirectOutput(log.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode() > 0;
    }

    private static void delete(Path directory) {
        try (var content = Files.walk(directory)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
