package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With the counters in the database, ten calls are ten calls, however many nodes answer them. */
class RateLimitOfManyNodesIT {

    private static final Map<String, String> NOBODY = Map.of("email", "nobody@example.org");

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse one = Nodes.direct();
    private final Gatehouse other = Nodes.proxied();

    @BeforeEach
    void bothCountInTheDatabase() {
        settings.set("gatehouse.ratelimit.store", "database");
        one.database().update("delete from gatehouse_rate_limit");
    }

    @Test
    void callsToAllNodesCountTogether() {
        for (var i = 0; i < 5; i++) {
            assertThat(remaining(forgot(one))).isEqualTo(9 - 2 * i);
            assertThat(remaining(forgot(other))).isEqualTo(8 - 2 * i);
        }

        Expect.status(429, forgot(one));
        Expect.status(429, forgot(other));
    }

    @Test
    void noneIsLostWhenManyComeAtOnce() {
        var answers = Crowd.of(40, number -> forgot(number % 2 == 0 ? one : other));

        assertThat(Crowd.with(200, answers)).hasSize(10);
        assertThat(Crowd.with(429, answers)).hasSize(30);
    }

    /** Whoever reads the database learns no address from the counters. */
    @Test
    void theCountersNameNobody() {
        forgot(one);

        assertThat(one.database().queryForString("select bucket from gatehouse_rate_limit")).matches("[0-9a-f]{64}");
    }

    private static Answer forgot(Gatehouse node) {
        return node.post("/api/auth/forgot-password", NOBODY);
    }

    private static int remaining(Answer answer) {
        return Integer.parseInt(Expect.status(200, answer).header("X-RateLimit-Remaining").orElseThrow());
    }
}
