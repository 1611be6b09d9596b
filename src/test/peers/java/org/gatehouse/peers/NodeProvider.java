package org.gatehouse.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Ports;
import org.gatehouse.systems.Project;

/** The OpenID provider of {@code src/test/peers/openid-provider}, in a process of its own. It demands PKCE. */
final class NodeProvider implements AutoCloseable {

    private static final String CLIENT_ID = "gatehouse";
    private static final String CLIENT_SECRET = "a secret of 32 characters or more";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final String issuer;
    private final Process process;

    private NodeProvider(String issuer, Process process) {
        this.issuer = issuer;
        this.process = process;
    }

    static NodeProvider start(URI redirectUri) {
        var port = Ports.free();
        var log = Project.directory("server-logs").resolve("openid-provider-" + port + ".log");
        try {
            var process = new ProcessBuilder("node", "server.mjs", Integer.toString(port), CLIENT_ID, CLIENT_SECRET,
                    redirectUri.toString())
                    .directory(Project.built("peers/openid-provider").toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var provider = new NodeProvider("http://localhost:" + port, process);
            Await.until("the OpenID provider, see " + log, START_LIMIT, () ->
                    new Client(URI.create(provider.issuer)).get("/.well-known/openid-configuration").status() == 200);
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings(String name) {
        var prefix = "gatehouse.provider." + name + ".";
        return Map.of(prefix + "extends", "oidc", prefix + "enabled", "true", prefix + "issuer", issuer,
                prefix + "key", CLIENT_ID, prefix + "secret", CLIENT_SECRET);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
