package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the database is away nobody waits for long, and where it returns nobody has to do anything (ASVS 16.5.2). */
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Gatehouse gatehouse = Fragile.server();
    private final Person ada = Person.anybody();
    private String token;
    private boolean isDown;

    @BeforeEach
    void adaIsKnownAndTheDatabaseGoesDown() {
        token = ada.joins(gatehouse);
        gatehouse.database().stop();
        isDown = true;
    }

    @AfterEach
    void theDatabaseIsBack() {
        if (isDown) {
            theDatabaseReturns();
        }
    }

    @Test
    void everyRouteSaysWithinTenSecondsThatItIsUnavailable() {
        unavailableSoon(() -> gatehouse.get("/api/health/ready"));
        unavailableSoon(() -> ada.loginAt(gatehouse));
        unavailableSoon(() -> gatehouse.me(token));
        unavailableSoon(() -> Person.anybody().registerAt(gatehouse));
        unavailableSoon(() -> gatehouse.forgotPassword(ada.email()));
        unavailableSoon(() -> gatehouse.get("/api/auth/email-confirmation?confirmation=x"));
    }

    /** Else the orchestrator would kill a server that is well and must only wait. */
    @Test
    void theProcessIsAliveAllTheSame() {
        Expect.status(200, gatehouse.get("/api/health/live"));
        Expect.status(200, gatehouse.get("/api/.well-known/jwks.json"));
    }

    @Test
    void whenTheDatabaseReturnsEverythingWorksAgainWithoutARestart() {
        unavailableSoon(() -> gatehouse.me(token));
        var process = gatehouse.server().pid();

        theDatabaseReturns();

        Expect.status(200, gatehouse.me(token));
        Expect.status(200, ada.loginAt(gatehouse));
        Person.anybody().joins(gatehouse);
        gatehouse.forgotPassword(ada.email());
        gatehouse.inbox().awaitMailTo(ada.email());
        assertThat(gatehouse.server().pid()).isEqualTo(process);
    }

    private static void unavailableSoon(Supplier<Answer> request) {
        var start = Instant.now();
        var answer = request.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
        Expect.unavailable(answer);
        assertThat(answer.body()).doesNotContainIgnoringCase("jdbc").doesNotContainIgnoringCase("exception");
    }

    private void theDatabaseReturns() {
        gatehouse.database().start();
        isDown = false;
        Await.until("Gatehouse to be ready again", Duration.ofSeconds(20), () ->
                gatehouse.get("/api/health/ready").status() == 200);
    }
}
