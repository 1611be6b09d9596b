package org.gatehouse.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Counts in this process. Bounded: a flood from countless addresses displaces counters instead of filling the heap. */
@Singleton
class RateLimitsInMemory implements RateLimitStore {

    private static final int MOST_BUCKETS = 100_000;

    private final Cache<String, Window> windows = Caffeine.newBuilder().maximumSize(MOST_BUCKETS).build();
    private final Clock clock;

    @Inject
    RateLimitsInMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Window count(String bucket, Duration interval) {
        var now = clock.instant();
        return windows.asMap().compute(bucket, (key, window) -> window == null || window.isOver(now)
                ? new Window(1, now.plus(interval)) : new Window(window.hits() + 1, window.endsAt()));
    }

    @Override
    public Window peek(String bucket) {
        var window = windows.getIfPresent(bucket);
        return window == null || window.isOver(clock.instant()) ? Window.NONE : window;
    }
}
