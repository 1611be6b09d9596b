package org.gatehouse.tokens;

import com.nimbusds.jose.jwk.JWK;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Starting;

/**
 * Replaces the key that signs access tokens: when it is old, when another algorithm is wanted, and on demand. A new key
 * is published for a while before it signs, so that whoever keeps a copy of the key set has it by then; the old one stays
 * until its last token has expired. All nodes do this, and none needs to know the others: a key can be followed by one
 * only, so whoever is slower finds that it has been done.
 *
 * <p>An operator who supplies keys replaces them too; then none is made here, and those made before still verify.
 */
@Singleton
public class KeyRotation {

    private static final Logger LOG = System.getLogger(KeyRotation.class.getName());
    /** What the first key replaces; unlike null it is unique too. */
    private static final String NOTHING = "";
    /** Keys are kept that much longer than needed, so that the time need not be written with each token. */
    private static final Duration RESERVE = Duration.ofHours(1);

    private final SigningKeys keys;
    private final StoredKeys stored;
    private final OperatorKeys operators;
    private final Settings settings;
    private final Clock clock;

    @Inject
    KeyRotation(SigningKeys keys, StoredKeys stored, OperatorKeys operators, Settings settings, Clock clock) {
        this.keys = keys;
        this.stored = stored;
        this.operators = operators;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes @Priority(Starting.ROOMS) Starting event) {
        operators.read();
        keepUp();
        LOG.log(Level.INFO, "Tokens are signed with {0} by {1}", keys.active().algorithm(), keys.active());
    }

    /**
     * Publishes a new key, which signs from then on when it has been published long enough. If there is one already that
     * waits for its time, that is the new key. Not to be called within a transaction: what another node was faster with
     * would roll it back.
     *
     * @throws ApiException if the operator supplies the keys
     */
    public void rotate() {
        if (operators.areThere()) {
            throw TokenError.OPERATORS_KEY.exception();
        }
        var newest = keys.load().newestOfOurs();
        if (newest.isEmpty() || newest.get().isActivated(clock.instant())) {
            publish(settings.get(TokenSettings.ALGORITHM).newKey(), newest.map(TokenKey::kid).orElse(NOTHING));
        }
    }

    /** Notices what other nodes have done, replaces the key if it is time, and deletes those that are of no use any more. */
    void keepUp() {
        var ring = keys.load();
        operators.keys().stream().filter(jwk -> ring.find(jwk.getKeyID()).isEmpty())
                .forEach(jwk -> publish(jwk.toPublicJWK(), null));
        if (!operators.areThere() && isDue(ring.newestOfOurs())) {
            rotate();
        }
        keep(keys.active());
        if (ring.keys().stream().anyMatch(key -> !key.tokensUntil().isAfter(clock.instant()))) {
            stored.purge();
        }
    }

    private boolean isDue(Optional<TokenKey> newest) {
        return newest.isEmpty() || newest.get().algorithm() != settings.get(TokenSettings.ALGORITHM)
                || settings.get(TokenSettings.ROTATE_AFTER).filter(age -> !newest.get().activatesAt().plus(age)
                        .minus(settings.get(TokenSettings.PUBLISH_AHEAD)).isAfter(clock.instant())).isPresent();
    }

    private void publish(JWK jwk, String replaces) {
        var activation = activation();
        var fresh = new TokenKey(jwk, activation, needed(activation));
        if (stored.add(fresh, replaces)) {
            LOG.log(Level.INFO, "A new {0} is published; it signs from {1}", fresh, fresh.activatesAt());
        }
        keys.load();
    }

    private void keep(TokenKey active) {
        var needed = needed(clock.instant());
        if (active.tokensUntil().isBefore(needed.minus(RESERVE.dividedBy(2)))) {
            stored.keep(new TokenKey(active.jwk(), active.activatesAt(), needed));
        }
    }

    /** At once where nothing else could sign. */
    private Instant activation() {
        var now = clock.instant();
        return keys.activated().isPresent() ? now.plus(settings.get(TokenSettings.PUBLISH_AHEAD)) : now;
    }

    /** When the last token has expired that may be signed around that time. */
    private Instant needed(Instant signing) {
        var longest = Collections.max(List.of(settings.get(TokenSettings.EXPIRES_IN),
                settings.get(TokenSettings.ACCESS_LIFESPAN)));
        return signing.plus(longest).plus(RESERVE);
    }
}
