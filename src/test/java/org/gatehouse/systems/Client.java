package org.gatehouse.systems;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends HTTP requests to one server with the same headers each time. Redirects are answers, not followed. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final List<String> headers;

    /** A client without a token. */
    public Client(URI base) {
        this(base, List.of());
    }

    private Client(URI base, List<String> headers) {
        this.base = base;
        this.headers = List.copyOf(headers);
    }

    /** The same client that also sends this header. */
    public Client with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer head(String path) {
        return send("HEAD", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, json(body));
    }

    /** Sends the text as it is, well-formed or not, as {@code application/json}. */
    public Answer post(String path, String json) {
        return sendJson("POST", path, json);
    }

    public Answer put(String path, Map<String, ?> body) {
        return put(path, json(body));
    }

    /** Sends the text as it is, well-formed or not, as {@code application/json}. */
    public Answer put(String path, String json) {
        return sendJson("PUT", path, json);
    }

    public Answer post(String path, String contentType, String body) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofString(body));
    }

    /** Any method, any body; {@code path} starts with a slash or is a whole URI. */
    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private Answer sendJson(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    private static String json(Map<String, ?> body) {
        return Json.createObjectBuilder(body).build().toString();
    }
}
