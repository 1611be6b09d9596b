package org.gatehouse.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operators' scripts promise when something Gatehouse needs goes away and comes back. */
@Tag("once")
class OutageIT {

    private static final String PASSWORD = "an engine that weaves";
    private static final Duration SOON = Duration.ofSeconds(15);

    private static Gatehouse gatehouse;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(Map.of());
        gatehouse.register("ada", "ada@example.org", PASSWORD);
    }

    @AfterAll
    static void end() {
        gatehouse.close();
    }

    @Test
    void aDatabaseThatComesBackIsFoundAgainWithoutARestart() {
        gatehouse.database().stop();
        long asked = System.nanoTime();
        assertThat(gatehouse.get("/api/health/ready").status()).isEqualTo(503);
        assertThat(gatehouse.login("ada", PASSWORD).status()).isGreaterThanOrEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);

        gatehouse.database().start();
        Await.until("the database to be found again", SOON,
                () -> gatehouse.get("/api/health/ready").status() == 200);
        assertThat(gatehouse.login("ada", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aServerThatDiedComesBackWithEverythingThatWasCommitted() {
        gatehouse.server().kill();
        gatehouse.server().start();

        assertThat(gatehouse.login("ada", PASSWORD).status()).isEqualTo(200);
    }
}
