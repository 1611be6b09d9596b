package org.gatehouse.contract;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The servers of all providers under their real names, as the recording met them: behind a proxy through which Gatehouse
 * calls everybody, and which answers in their place. What each answers stands in {@code upstream.json} by its address
 * without a query; a case may change that.
 */
final class Upstream {

    private final ServerSocket proxy;
    private final UpstreamCertificate certificate;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    private Upstream(ServerSocket proxy, UpstreamCertificate certificate) {
        this.proxy = proxy;
        this.certificate = certificate;
        asRecorded();
    }

    private record Reply(int status, String body) {

        byte[] bytes() {
            var content = body.getBytes(StandardCharsets.UTF_8);
            var type = body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/plain";
            var head = "HTTP/1.1 " + status + " x\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length
                    + "\r\nConnection: close\r\n\r\n";
            return (head + body).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The one of this JVM, started when a test first asks for it. */
    static Upstream running() {
        return Running.UPSTREAM;
    }

    /** What a server needs that calls these. */
    Map<String, String> properties() {
        return Map.of("gatehouse.http.proxy", "http://localhost:" + proxy.getLocalPort(),
                "javax.net.ssl.trustStore", certificate.store().toString(),
                "javax.net.ssl.trustStorePassword", UpstreamCertificate.PASSWORD,
                "javax.net.ssl.trustStoreType", "PKCS12");
    }

    /** Answers this instead, until {@link #asRecorded()}. */
    void answers(String address, int status, String body) {
        replies.put(address, new Reply(status, body));
    }

    void asRecorded() {
        replies.clear();
        Recording.read("upstream.json").asJsonObject().forEach((address, body) -> replies.put(address,
                new Reply(200, body instanceof JsonString text ? text.getString() : body.toString())));
    }

    static String[] hosts() {
        JsonObject addresses = Recording.read("upstream.json").asJsonObject();
        return addresses.keySet().stream().map(address -> address.split("/")[2]).distinct().toArray(String[]::new);
    }

    private static Upstream start() {
        try {
            var upstream = new Upstream(new ServerSocket(0, 50, InetAddress.getByName("localhost")),
                    UpstreamCertificate.forHosts(hosts()));
            var thread = new Thread(upstream::serve, "upstream");
            thread.setDaemon(true);
            thread.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!proxy.isClosed()) {
            try (var socket = proxy.accept()) {
                var host = request(socket).split(" ")[1].replace(":443", "");
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                answer(host, certificate.sockets(), socket);
            } catch (IOException | RuntimeException e) {
                System.getLogger(Upstream.class.getName()).log(System.Logger.Level.WARNING, "A call of a provider", e);
            }
        }
    }

    private void answer(String host, SSLSocketFactory sockets, Socket plain) throws IOException {
        try (var secure = (SSLSocket) sockets.createSocket(plain, host, plain.getPort(), false)) {
            secure.setUseClientMode(false);
            var target = request(secure).split(" ")[1].split("\\?")[0];
            var reply = replies.getOrDefault("https://" + host + target, new Reply(404, "nothing at " + host + target));
            secure.getOutputStream().write(reply.bytes());
        }
    }

    /** The first line; the rest is read and forgotten. */
    private static String request(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        var first = reader.readLine();
        var length = 0;
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        reader.skip(length);
        return first;
    }

    private static final class Running {

        private static final Upstream UPSTREAM = start();
    }
}
