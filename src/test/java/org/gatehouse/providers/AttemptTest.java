package org.gatehouse.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gatehouse.providers.protocol.AttemptSecrets;
import org.junit.jupiter.api.Test;

/** What travels in the cookie. */
class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");

    @Test
    void anAttemptIsTheSameAfterItsJourney() {
        var full = new Attempt(new AttemptSecrets("s", "n", "v", "t", "ts"), "https://a.test/?x=\"1\"", NOW);
        var empty = new Attempt(new AttemptSecrets("s", null, null, null, null), null, NOW);

        assertThat(Attempt.parse(full.toText())).isEqualTo(full);
        assertThat(Attempt.parse(empty.toText())).isEqualTo(empty);
    }

    @Test
    void itNeverPrintsItsSecrets() {
        assertThat(new Attempt(new AttemptSecrets("the-state", "n", "v", null, null), null, NOW).toString())
                .doesNotContain("the-state");
    }
}
