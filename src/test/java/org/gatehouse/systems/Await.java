package org.gatehouse.systems;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition of the world outside, asking again and again, and never longer than it was told. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {
    }

    /**
     * Waits until {@code condition} holds; an exception, or an expectation that is not met, counts as "not yet" and
     * explains the failure at the end.
     */
    public static void until(String what, Duration atMost, Callable<Boolean> condition) {
        present(what, atMost, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until {@code source} gives a value and returns it; what fails counts as "not yet", too. */
    public static <T> T present(String what, Duration atMost, Callable<Optional<T>> source) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Throwable last = null;
        do {
            try {
                Optional<T> value = source.call();
                if (value.isPresent()) {
                    return value.get();
                }
                last = null;
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        throw new AssertionError("Waited in vain for %s (at most %d s)".formatted(what, atMost.toSeconds()), last);
    }
}
