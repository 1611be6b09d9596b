package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about users that are odd in their form or in their numbers. */
class ListsIT {

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Administrator administrator = Administrator.of(gatehouse);

    /** Not every client encodes them, as RFC 3986 would have it. */
    @Test
    void bracketsMayBeSentAsTheyAre() throws IOException {
        var answer = raw("/api/auth/email-confirmation?confirmation[a][$eq]=1");

        assertThat(answer).contains(" 400 ").contains("\"name\":\"ValidationError\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+294277-01-01T00:00:00Z"})
    void aTimeThatNoDatabaseKnowsIsRefusedOrFindsNobody(String time) {
        var found = administrator.get("/api/users?filters%5BcreatedAt%5D=" + time.replace("+", "%2B"));

        assertThat(found.status()).as(found.body()).isIn(200, 400);
    }

    @Test
    void aPageBehindTheLastIsEmptyHoweverFarBehind() {
        for (var page : new int[] {1_000_000, 4_294_969, Integer.MAX_VALUE}) {
            var found = administrator.get("/api/users?pagination%5BpageSize%5D=1000&pagination%5Bpage%5D=" + page);
            assertThat(Expect.status(200, found).jsonArray()).as("page " + page).isEmpty();
        }
    }

    @Test
    void pagesMeanNothingToOneUser() {
        Expect.status(200, administrator.get("/api/users/me?limit=0"));
        Expect.status(200, administrator.get("/api/users/me?start=1"));
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
