package org.gatehouse.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is to sign. */
class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final TokenKey old = key(NOW.minus(DAY.multipliedBy(90)));
    private final TokenKey current = key(NOW);
    private final TokenKey coming = key(NOW.plus(DAY));
    private final JWK own = SignatureAlgorithm.ES256.newKey();
    private final JWK othersOwn = SignatureAlgorithm.ES256.newKey();

    @Test
    void theNewestSignsAsSoonAsItsTimeHasCome() {
        var ring = ring(coming, current, old);

        assertThat(ring.active(NOW)).contains(current);
        assertThat(ring.active(NOW.minusMillis(1))).contains(old);
        assertThat(ring.active(NOW.plus(DAY))).contains(coming);
        assertThat(ring.newestOfOurs()).contains(coming);
    }

    @Test
    void allArePublishedBeforeAndAfterTheirTimeButOnlyTheirPublicHalves() {
        var published = ring(coming, current, old).publicKeys().getKeys();

        assertThat(published).extracting(JWK::getKeyID).containsExactly(coming.kid(), current.kid(), old.kid());
        assertThat(published).noneMatch(JWK::isPrivate);
    }

    /** Nobody could log in otherwise. */
    @Test
    void aKeySignsBeforeItsTimeIfNoOtherCan() {
        assertThat(ring(coming).active(NOW)).contains(coming);
        assertThat(ring(coming).activated(NOW)).isEmpty();
        assertThat(ring().active(NOW)).isEmpty();
    }

    @Test
    void theOperatorsKeySignsInsteadOfOneThatWasMadeHereEvenIfThatIsNewer() {
        var ring = new KeyRing(List.of(current, publicHalf(own, NOW.minus(DAY))), List.of(own));

        assertThat(ring.active(NOW).map(TokenKey::jwk)).contains(own);
        assertThat(ring.newestOfOurs()).contains(current);
    }

    @Test
    void theOperatorsKeyWaitsForItsTimeWhereAnotherCanSign() {
        var keys = List.of(publicHalf(own, NOW.plus(DAY)), current);

        assertThat(new KeyRing(keys, List.of(own)).active(NOW)).contains(current);
        assertThat(new KeyRing(keys, List.of(own)).active(NOW.plus(DAY)).map(TokenKey::jwk)).contains(own);
        assertThat(new KeyRing(keys.subList(0, 1), List.of(own)).active(NOW).map(TokenKey::jwk)).contains(own);
    }

    @Test
    void ofTheOperatorsKeysTheLastListedSignsOnceItsTimeHasCome() {
        var keys = List.of(publicHalf(own, NOW.minus(DAY)), publicHalf(othersOwn, NOW.plus(DAY)));

        assertThat(new KeyRing(keys, List.of(own, othersOwn)).active(NOW).map(TokenKey::jwk)).contains(own);
        assertThat(new KeyRing(keys, List.of(own, othersOwn)).active(NOW.plus(DAY)).map(TokenKey::jwk)).contains(othersOwn);
        assertThat(new KeyRing(keys, List.of(othersOwn, own)).active(NOW.plus(DAY)).map(TokenKey::jwk)).contains(own);
    }

    /** One that is not listed any more, or that another node was given. */
    @Test
    void aKeyWhosePrivatePartIsNotHereOnlyVerifies() {
        var ring = new KeyRing(List.of(publicHalf(own, NOW), old), List.of());

        assertThat(ring.active(NOW)).contains(old);
        assertThat(ring.find(own.getKeyID())).isPresent();
    }

    private static KeyRing ring(TokenKey... keys) {
        return new KeyRing(List.of(keys), List.of());
    }

    private static TokenKey key(Instant activatesAt) {
        return new TokenKey(SignatureAlgorithm.ES256.newKey(), activatesAt, activatesAt.plus(DAY));
    }

    private static TokenKey publicHalf(JWK jwk, Instant activatesAt) {
        return new TokenKey(jwk.toPublicJWK(), activatesAt, activatesAt.plus(DAY));
    }
}
