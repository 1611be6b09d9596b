package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts what may happen only so often within a time. What limits a caller is named by what they cannot choose freely,
 * above all the address they come from (CVE-2025-64526); other buckets only ever limit further.
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

    /** What refuses with 429, and says when to try again, where the bucket is full already; counts nothing. */
    public Optional<ApiException> refusalIfFull(String bucket) {
        return Optional.of(bucket).filter(name -> isOn()).map(store()::peek)
                .filter(window -> window.hits() >= limit()).map(this::refusal);
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
