package org.gatehouse.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.PlatformError;

/** The keys of access tokens as this node knows them; {@link KeyRotation} makes them and keeps this up to date. */
@Singleton
class SigningKeys {

    private static final Duration LEAST_TIME_BETWEEN_LOADS = Duration.ofSeconds(5);

    private final StoredKeys stored;
    private final OperatorKeys operators;
    private final Clock clock;
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant loadedAt = Instant.EPOCH;

    @Inject
    SigningKeys(StoredKeys stored, OperatorKeys operators, Clock clock) {
        this.stored = stored;
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * The key that signs.
     *
     * @throws ApiException if there is none, for the moment that it takes to make one after somebody deleted all
     */
    TokenKey active() {
        return ring.active(clock.instant()).orElseThrow(() ->
                ApiException.retryAfter(PlatformError.UNAVAILABLE, LEAST_TIME_BETWEEN_LOADS));
    }

    /** The key that signs, if one does that has come to its time. */
    Optional<TokenKey> activated() {
        return ring.activated(clock.instant());
    }

    /** The key of that id; one that another node has just made is found too. */
    Optional<TokenKey> find(String kid) {
        var found = ring.find(kid);
        if (found.isEmpty() && loadedAt.plus(LEAST_TIME_BETWEEN_LOADS).isBefore(clock.instant())) {
            found = load().find(kid);
        }
        return found;
    }

    /** Whether a key still counts, as far as this node knows. */
    boolean has(String kid) {
        return ring.find(kid).isPresent();
    }

    /** The public halves, for whoever verifies tokens. */
    JWKSet publicKeys() {
        return ring.publicKeys();
    }

    /** Reads the keys anew. */
    KeyRing load() {
        loadedAt = clock.instant();
        ring = new KeyRing(stored.all(), operators.keys());
        return ring;
    }
}
