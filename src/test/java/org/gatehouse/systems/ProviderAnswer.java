package org.gatehouse.systems;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One answer of an {@link IdentityProvider}, and the pace it comes at.
 *
 * @param pace how the body travels
 */
public record ProviderAnswer(int status, Map<String, String> headers, byte[] body, Pace pace) {

    /** How a body travels. */
    public enum Pace { AT_ONCE, ONE_BYTE_A_SECOND, NEVER }

    private static final int NO_BODY = -1;

    public static ProviderAnswer json(int status, String body) {
        return of(status, "application/json", body);
    }

    public static ProviderAnswer json(Map<String, ?> body) {
        return json(200, Json.createObjectBuilder(body).build().toString());
    }

    /** An error as token endpoints answer it (RFC 6749, section 5.2). */
    public static ProviderAnswer error(int status, String error, String description) {
        return json(status, Json.createObjectBuilder()
                .add("error", error).add("error_description", description).build().toString());
    }

    public static ProviderAnswer html(int status, String body) {
        return of(status, "text/html;charset=utf-8", body);
    }

    public static ProviderAnswer form(String body) {
        return of(200, "application/x-www-form-urlencoded", body);
    }

    public static ProviderAnswer of(int status, String contentType, String body) {
        return new ProviderAnswer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8),
                Pace.AT_ONCE);
    }

    public static ProviderAnswer redirect(int status, URI target) {
        return new ProviderAnswer(status, Map.of("Location", target.toString()), new byte[0], Pace.AT_ONCE);
    }

    /** JSON that is well-formed, and this large. */
    public static ProviderAnswer huge(int size) {
        return json(200, "{\"sub\":\"" + "x".repeat(size) + "\"}");
    }

    /** Takes the request and never answers. */
    public static ProviderAnswer silence() {
        return json(200, "{}").at(Pace.NEVER);
    }

    public ProviderAnswer at(Pace other) {
        return new ProviderAnswer(status, headers, body, other);
    }

    void send(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException {
        if (pace == Pace.NEVER) {
            closed.await();
            return;
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        try (var out = exchange.getResponseBody()) {
            if (pace == Pace.AT_ONCE) {
                out.write(body);
                return;
            }
            for (var i = 0; i < body.length && !closed.await(i == 0 ? 0 : 1, TimeUnit.SECONDS); i++) {
                out.write(body[i]);
                out.flush();
            }
        }
    }
}
