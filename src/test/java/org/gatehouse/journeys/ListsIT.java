package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/** Questions about users that are odd in their form or in their numbers. */
class ListsIT {

    private final Gatehouse gatehouse = Gatehouse.shared();

    /** Not every client encodes them, as RFC 3986 would have it. */
    @Test
    void bracketsMayBeSentAsTheyAre() throws IOException {
        var answer = raw("/api/auth/email-confirmation?confirmation[a][$eq]=1");

        assertThat(answer).contains(" 400 ").contains("\"name\":\"ValidationError\"");
    }

    /** Sent byte by byte, as no HTTP client of Java would do. */
    private String raw(String path) throws IOException {
        var server = gatehouse.baseUri();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var request = "GET " + path + " HTTP/1.0\r\nHost: " + server.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
