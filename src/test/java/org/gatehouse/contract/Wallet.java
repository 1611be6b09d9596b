package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.StoredSession;

/** The tokens that people hold, each pair under the name by which the recorded requests ask for it. */
final class Wallet {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Gatehouse gatehouse;
    private final Placeholders placeholders;

    Wallet(Gatehouse gatehouse, Placeholders placeholders) {
        this.gatehouse = gatehouse;
        this.placeholders = placeholders;
    }

    /** Somebody logs in, and their tokens are known under this name. */
    Wallet gets(String name, String username, String password) {
        return gets(name, gatehouse.anonymous(), Map.of("identifier", username, "password", password));
    }

    /** The same from a device. */
    Wallet getsOn(String userAgent, String deviceId, String name, String username, String password) {
        Map<String, String> form = new HashMap<>(Map.of("identifier", username, "password", password));
        if (!deviceId.isEmpty()) {
            form.put("deviceId", deviceId);
        }
        return gets(name, gatehouse.anonymous().with("User-Agent", userAgent), form);
    }

    /** Exchanges the refresh token of that name, which from then on is known by another. */
    Wallet exchanges(String name, String next) {
        return keeps(next, gatehouse.refresh(refreshToken(name)));
    }

    /** Something like the refresh token of that name: one letter is another. */
    Wallet misreads(String name, String misread) {
        String real = refreshToken(name);
        placeholders.know("{{refreshToken " + misread + "}}", (real.startsWith("A") ? "B" : "A") + real.substring(1));
        return this;
    }

    /** A refresh token of the right form that nobody was ever given. */
    Wallet invents(String name) {
        placeholders.know("{{refreshToken " + name + "}}", "A".repeat(43));
        return this;
    }

    void awaitEndOfAccessToken(String name) {
        Instant end = new Token(jwt(name)).end();
        Await.until("the token to expire", PATIENCE, () -> Instant.now().isAfter(end));
    }

    String jwt(String name) {
        return placeholders.fill("{{jwt " + name + "}}");
    }

    StoredSession session(String name) {
        return StoredSession.of(gatehouse, jwt(name));
    }

    private String refreshToken(String name) {
        return placeholders.fill("{{refreshToken " + name + "}}");
    }

    private Wallet gets(String name, Client client, Map<String, String> form) {
        return keeps(name, client.post("/api/auth/local", form));
    }

    private Wallet keeps(String name, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        placeholders.know("{{jwt " + name + "}}", answer.jwt());
        if (answer.json().containsKey("refreshToken")) {
            placeholders.know("{{refreshToken " + name + "}}", answer.refreshToken());
            placeholders.know("{{session " + name + "}}", session(name).id());
        }
        return this;
    }
}
