package org.gatehouse.hostile;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.gatehouse.systems.Gatehouse;

/** Whatever is sent, the answer is decent. The seed of a failure is reported and tried again first. */
class AnyRequestIT {

    private static final Duration BUDGET = Duration.ofSeconds(60);

    private final Wire wire = Wire.to(Gatehouse.shared());
    private final String administrator = Administrator.authorizationAt(Gatehouse.shared());
    private Instant end;

    @Property(tries = 8000, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void everyRequestIsAnsweredDecently(@ForAll("attempts") HostileRequests.Attempt attempt) {
        if (isInTime()) {
            Decency.check(wire.send(byWhoMay(attempt.request())), attempt.password());
        }
    }

    @Provide
    Arbitrary<HostileRequests.Attempt> attempts() {
        return HostileRequests.attempts();
    }

    /** Users and roles are asked for by somebody who may. */
    private WireRequest byWhoMay(WireRequest request) {
        return request.target().startsWith("/api/users") ? request.with(administrator) : request;
    }

    private boolean isInTime() {
        if (end == null) {
            end = Instant.now().plus(BUDGET);
        }
        return Instant.now().isBefore(end);
    }
}
