package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Behind a reverse proxy the client's address is the one that the proxy vouches for. Each test has clients of its own
 * among the addresses for documentation (RFC 5737, RFC 3849).
 */
@Tag("once")
class RateLimitBehindProxyIT {

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final Map<String, String> NOBODY = Map.of("email", "nobody@example.org");

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Nodes.proxied();
    private final Person ada = Person.anybody();

    @Test
    void eachClientBehindTheProxyIsCountedAlone() {
        var busy = newAddress();
        exhaust(busy);

        Expect.status(429, forgot(busy));
        Expect.status(200, forgot(newAddress()));
    }

    @Test
    void onlyTheAddressThatTheProxyAddedCountsNotWhatTheClientWroteBefore() {
        var client = newAddress();
        for (var i = 0; i < 10; i++) {
            Expect.status(200, forgot(newAddress() + ", " + client));
        }

        Expect.status(429, forgot(newAddress() + ", " + client));
        Expect.status(429, forgot(newAddress() + ", " + client + ", 127.0.0.1")); // another hop of our own
    }

    @Test
    void oneHouseholdWithCountlessAddressesIsOneClient() {
        for (var i = 0; i < 10; i++) {
            Expect.status(200, forgot("2001:db8:1:2:%x::1".formatted(i)));
        }

        Expect.status(429, forgot("2001:db8:1:2:ffff::99"));
        Expect.status(200, forgot("2001:db8:1:3::1"));
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        for (var i = 0; i < 10; i++) {
            Expect.status(200, send("nonsense-" + i));
        }

        Expect.status(429, send("more nonsense"));
        Expect.status(429, send("<script>"));
    }

    /** ASVS 6.3.1: guessing one account's password from everywhere is limited too, for each name it has. */
    @Test
    void failedLoginsOfOneAccountAreCountedOverAllAddresses() {
        ada.joins(Gatehouse.shared());
        var bob = Person.anybody();
        bob.joins(Gatehouse.shared());
        for (var i = 0; i < 10; i++) {
            Expect.status(200, login(ada.username(), ada.password())); // what succeeds does not count
            Expect.invalidLogin(login(ada.username(), Person.OTHER_PASSWORD));
            Expect.invalidLogin(login(i % 2 == 0 ? ada.email() : ada.email().toUpperCase(), Person.OTHER_PASSWORD));
        }

        var refused = Expect.status(429, login(ada.username(), ada.password()));

        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 60);
        Expect.status(429, login(ada.email(), Person.OTHER_PASSWORD));
        Expect.status(200, login(bob.username(), bob.password()));
    }

    /** ASVS 6.3.8: else the limit would tell who has an account. */
    @Test
    void accountsThatDoNotExistAreLimitedAlike() {
        ada.joins(Gatehouse.shared());
        var stranger = Person.anybody();
        for (var i = 0; i < 10; i++) {
            Expect.invalidLogin(login(ada.username(), Person.OTHER_PASSWORD));
            Expect.invalidLogin(login(stranger.username(), Person.OTHER_PASSWORD));
        }

        var known = Expect.status(429, login(ada.username(), Person.OTHER_PASSWORD));
        var unknown = Expect.status(429, login(stranger.username(), Person.OTHER_PASSWORD));

        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    }

    @Test
    void theWindowOpensAgain() {
        settings.set(Map.of("gatehouse.ratelimit.interval", "3s", "gatehouse.ratelimit.max", "2"));
        var client = newAddress();
        Expect.status(200, forgot(client));
        Expect.status(200, forgot(client));
        var refused = Expect.status(429, forgot(client));
        assertThat(refused.header("X-RateLimit-Limit")).hasValue("2");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 3);

        Await.until("the window to open", Duration.ofSeconds(6), () -> forgot(client).status() == 200);
    }

    private void exhaust(String address) {
        for (var i = 0; i < 10; i++) {
            Expect.status(200, forgot(address));
        }
    }

    private Answer forgot(String forwardedFor) {
        return from(forwardedFor).post("/api/auth/forgot-password", NOBODY);
    }

    private Answer send(String forwardedFor) {
        return from(forwardedFor).post("/api/auth/send-email-confirmation", NOBODY);
    }

    private Answer login(String identifier, String password) {
        return from(newAddress()).post("/api/auth/local", Map.of("identifier", identifier, "password", password));
    }

    private Client from(String forwardedFor) {
        return gatehouse.anonymous().with("X-Forwarded-For", forwardedFor);
    }

    private static String newAddress() {
        return "203.0.113." + CLIENTS.incrementAndGet();
    }
}
