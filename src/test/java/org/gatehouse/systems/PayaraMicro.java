package org.gatehouse.systems;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Payara Micro server in a process of its own, on a loopback port that stays the same over restarts. */
public final class PayaraMicro {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI baseUri;
    private final ServerProcess process;
    private final Path log;
    private long logStart;

    PayaraMicro(URI baseUri, ServerProcess process, Path log) {
        this.baseUri = baseUri;
        this.process = process;
        this.log = log;
    }

    /** A server to be described and then started, on a free port. */
    public static PayaraMicroBuilder builder() {
        return onPort(Ports.free());
    }

    /** A server to be described and then started, on this port. */
    public static PayaraMicroBuilder onPort(int port) {
        return new PayaraMicroBuilder(port, Project.built("servers/payara-micro.jar"),
                List.of("loopback.asadmin", "no-data-grid.asadmin", "no-metrics.asadmin", "no-phone-home.asadmin"));
    }

    /** The jar that carries server, WAR and scripts, on a free port. */
    public static PayaraMicroBuilder microbundle() {
        return new PayaraMicroBuilder(Ports.free(), Project.built("gatehouse-microbundle.jar"),
                List.of("loopback.asadmin"));
    }

    /**
     * Starts it and waits until {@code /api/health/ready} answers 200.
     *
     * @throws ServerDidNotStart if it does not get there
     */
    public void start() {
        logStart = sizeOfLog();
        if (Ports.isTaken(baseUri.getPort())) {
            throw new ServerDidNotStart("Port " + baseUri.getPort() + " is taken by another program", log, "");
        }
        process.start();
        String failure;
        try {
            failure = Await.present(baseUri + " to be ready", START_LIMIT, this::outcome);
        } catch (AssertionError e) {
            failure = "The server is not ready after " + START_LIMIT.toSeconds() + " s" + because(e.getCause());
        }
        if (!failure.isEmpty()) {
            process.stop();
            throw new ServerDidNotStart(failure, log, ServerLog.since(log, logStart).tail());
        }
    }

    /** Ends it as an operator does, letting it finish what it has begun. */
    public void stop() {
        process.stop();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.kill();
    }

    /** Waits until the process has ended by itself. */
    public void join() throws InterruptedException {
        process.join();
    }

    public URI baseUri() {
        return baseUri;
    }

    /** A client without a token. */
    public Client client() {
        return new Client(baseUri);
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    /** Nothing while it is still starting, an empty text once it is ready, or why it will never be. */
    private Optional<String> outcome() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return Optional.of("The server ended while it started" + because(null));
        }
        boolean saidStarted = ServerLog.since(log, logStart).saysStarted(); // before asking: it may come in between
        HttpRequest request = HttpRequest.newBuilder(baseUri.resolve("/api/health/ready"))
                .timeout(Duration.ofSeconds(5)).build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            return Optional.of("");
        }
        boolean fromApplication = answer.body().startsWith("{");
        if (!fromApplication && saidStarted) {
            return Optional.of("The application was not deployed" + because(null));
        }
        throw new IOException("/api/health/ready answers " + answer.statusCode() + " " + answer.body());
    }

    private String because(Throwable lastAnswer) {
        return ServerLog.since(log, logStart).failure()
                .or(() -> Optional.ofNullable(lastAnswer).map(Throwable::getMessage))
                .map(": "::concat)
                .orElse("");
    }

    private long sizeOfLog() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
