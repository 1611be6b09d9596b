package org.gatehouse.providers.protocol;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.spi.ProviderException;

/**
 * The public keys of a provider, kept until a token names one that is not among them; but read again at most once in a
 * while, whatever tokens name, and once in a longer while even if none does, so that keys that were withdrawn are forgotten.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_WAITING = 16;

    private final ProviderCalls calls;
    private final Clock clock;
    private final String provider;
    private final String url;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    /** Keys that were read, and from when on an unknown name makes them be read again: at once, the first time. */
    private record Known(JWKSet keys, Instant since, Instant nextSearch) {
    }

    ProviderKeys(ProviderCalls calls, Clock clock, String provider, String url) {
        this.calls = calls;
        this.clock = clock;
        this.provider = provider;
        this.url = url;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        var before = known;
        if (before == null || !clock.instant().isBefore(before.since().plus(AT_LEAST_EVERY))) {
            return selector.select(read(before));
        }
        var fitting = selector.select(before.keys());
        return fitting.isEmpty() && !clock.instant().isBefore(before.nextSearch())
                ? selector.select(read(before)) : fitting;
    }

    /** Of many that want to read at once, one does, and some others wait a little to see what it has read. */
    private JWKSet read(Known before) {
        try {
            if (reading.getQueueLength() >= MOST_WAITING
                    || !reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProviderException("The provider's keys cannot be read at the moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("Reading the provider's keys was interrupted", e);
        }
        try {
            return known == before ? readNow(before) : known.keys();
        } finally {
            reading.unlock();
        }
    }

    private JWKSet readNow(Known before) {
        try {
            var keys = JWKSet.parse(calls.document(provider, "Reading the provider's keys", url).toString());
            var now = clock.instant();
            known = new Known(keys, now, before == null ? now : now.plus(AT_MOST_EVERY));
            return keys;
        } catch (ParseException e) {
            throw new ProviderException("The provider's keys cannot be read", e);
        }
    }
}
