package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Counts what may happen only so often within a time. Buckets are named by what the caller cannot choose freely: the
 * address a request comes from, or a user that exists (CVE-2025-64526).
 */
@Singleton
public class RateLimit {

    private final Settings settings;
    private final RateLimitsInMemory memory;
    private final RateLimitsInDatabase database;
    private final Clock clock;

    @Inject
    RateLimit(Settings settings, RateLimitsInMemory memory, RateLimitsInDatabase database, Clock clock) {
        this.settings = settings;
        this.memory = memory;
        this.database = database;
        this.clock = clock;
    }

    boolean isOn() {
        return settings.get(PlatformSettings.RATE_LIMIT_ENABLED);
    }

    /** Counts one event; does nothing where the rate limit is off. */
    public void count(String bucket) {
        if (isOn()) {
            countIn(bucket);
        }
    }

    /**
     * Refuses with 429 where the bucket is full already, without counting.
     *
     * @throws ApiException that says when to try again
     */
    public void refuseIfFull(String bucket) {
        if (isOn() && store().peek(bucket).hits() >= limit()) {
            throw refusal(store().peek(bucket));
        }
    }

    RateLimitStore.Window countIn(String bucket) {
        return store().count(bucket, settings.get(PlatformSettings.RATE_LIMIT_INTERVAL));
    }

    int limit() {
        return settings.get(PlatformSettings.RATE_LIMIT_MAX);
    }

    ApiException refusal(RateLimitStore.Window window) {
        return ApiException.retryAfter(PlatformError.TOO_MANY_REQUESTS,
                Duration.between(clock.instant(), window.endsAt()).plusMillis(999));
    }

    private RateLimitStore store() {
        return switch (settings.get(PlatformSettings.RATE_LIMIT_STORE)) {
            case MEMORY -> memory;
            case DATABASE -> database;
        };
    }
}
