package org.gatehouse.platform;

import java.time.Duration;
import java.time.Instant;

/** Keeps the counters of the rate limit: fixed windows that begin with the first request. */
interface RateLimitStore {

    /** Where the counters are. */
    enum Kind {
        /** In this process: fast, and each node counts for itself. */
        MEMORY,
        /** In the database: all nodes count together. */
        DATABASE
    }

    /** Adds one to a bucket's window, or begins a new window where there is none any more. */
    Window count(String bucket, Duration interval);

    /** The bucket's window as it stands, without counting. */
    Window peek(String bucket);

    /**
     * One bucket's window.
     *
     * @param hits   how many requests it has seen
     * @param endsAt when it is over; the epoch where there is no window
     */
    record Window(int hits, Instant endsAt) {

        static final Window NONE = new Window(0, Instant.EPOCH);

        boolean isOver(Instant now) {
            return !endsAt.isAfter(now);
        }
    }
}
