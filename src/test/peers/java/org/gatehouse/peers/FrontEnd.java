package org.gatehouse.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages of {@code src/test/peers/front-end} on a site of their own: a button, and the page that logins end at. */
final class FrontEnd implements AutoCloseable {

    private static final Path PAGES = Path.of(System.getProperty("basedir", ""), "src/test/peers/front-end");

    private final HttpServer server;
    private final URI backend;
    private final String provider;

    private FrontEnd(HttpServer server, URI backend, String provider) {
        this.server = server;
        this.backend = backend;
        this.provider = provider;
        server.createContext("/", exchange -> show("index.html", exchange));
        server.createContext("/connect/" + provider + "/redirect", exchange -> show("redirect.html", exchange));
        server.start();
    }

    static FrontEnd start(URI backend, String provider) {
        try {
            return new FrontEnd(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0), backend, provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String redirectPage() {
        return uri() + "/connect/" + provider + "/redirect";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void show(String page, HttpExchange exchange) throws IOException {
        try (exchange) {
            var html = Files.readString(PAGES.resolve(page))
                    .replace("BACKEND", backend.toString()).replace("PROVIDER", provider).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
        }
    }
}
