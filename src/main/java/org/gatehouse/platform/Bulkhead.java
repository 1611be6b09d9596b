package org.gatehouse.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the trouble of one other server away from everybody else: only so many calls of it run at once, and after several
 * in a row without an answer it is left alone for a while, until a single call has shown that it is back.
 */
final class Bulkhead {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Clock clock;
    private final AtomicInteger inside = new AtomicInteger();
    private int failures;
    private Instant nextTry = Instant.MIN;

    Bulkhead(Clock clock) {
        this.clock = clock;
    }

    /** Takes one of so many places, to be given back by {@link #leave()}; false if there is none. */
    boolean enter(int places) {
        if (inside.incrementAndGet() <= places && mayTry()) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    private synchronized boolean mayTry() {
        if (failures < FAILURES) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(nextTry)) {
            return false;
        }
        nextTry = now.plus(REST);
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        nextTry = clock.instant().plus(REST);
    }
}
