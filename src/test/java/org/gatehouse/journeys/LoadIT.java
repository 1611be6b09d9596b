package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/**
 * Hashing a password is slow on purpose. A flood of logins must not take the server from everybody else (ASVS 2.4.1,
 * 15.2.2).
 */
class LoadIT {

    private static final int MANY = 100;

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void whereTooManyLogInTheRestAreToldToComeBack() {
        ada.joins(gatehouse);

        var answers = Crowd.of(MANY, number -> ada.loginAt(gatehouse));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
        assertThat(Crowd.with(503, answers)).allSatisfy(answer -> {
            Expect.unavailable(answer);
            assertThat(answer.header("Retry-After").orElse("")).matches("[1-9]\\d*");
        });
        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void whileManyLogInOtherRequestsAreAnsweredAsUsual() {
        var token = ada.joins(gatehouse);
        var flood = CompletableFuture.supplyAsync(() -> Crowd.of(MANY, number -> ada.loginAt(gatehouse)));
        var times = new ArrayList<Duration>();

        do {
            var start = Instant.now();
            Expect.status(200, gatehouse.me(token));
            times.add(Duration.between(start, Instant.now()));
        } while (!flood.isDone());

        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(2)));
        assertThat(flood.join()).extracting(Answer::status).contains(200, 503);
    }
}
