package org.gatehouse.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that verify tokens at one moment, and which of them signs. A key of the operator's goes before one that was
 * made here, among those the last listed before the others; among those made here the newest signs. None signs before
 * its time while another can.
 *
 * @param keys      all that are stored
 * @param operators the operator's own keys, with their private parts, the preferred one last
 */
record KeyRing(List<TokenKey> keys, List<JWK> operators) {

    static final KeyRing EMPTY = new KeyRing(List.of(), List.of());

    private static final Comparator<TokenKey> BY_TIME = Comparator.comparing(TokenKey::activatesAt);

    /** The key that signs, if there is any that can. */
    Optional<TokenKey> active(Instant now) {
        return activated(now).or(() -> signers().min(BY_TIME));
    }

    /** The key that signs, if one does that has come to its time. */
    Optional<TokenKey> activated(Instant now) {
        return signers().filter(key -> key.isActivated(now)).findFirst();
    }

    /** The newest key that was made here; it may not have come to its time. */
    Optional<TokenKey> newestOfOurs() {
        return keys.stream().filter(TokenKey::canSign).max(BY_TIME);
    }

    Optional<TokenKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The public halves. */
    JWKSet publicKeys() {
        return new JWKSet(keys.stream().map(TokenKey::jwk).toList()).toPublicJWKSet();
    }

    private Stream<TokenKey> signers() {
        var preferred = Stream.iterate(operators.size() - 1, i -> i >= 0, i -> i - 1).map(operators::get)
                .flatMap(jwk -> find(jwk.getKeyID()).map(key -> key.with(jwk)).stream());
        return Stream.concat(preferred, keys.stream().filter(TokenKey::canSign).sorted(BY_TIME.reversed()));
    }
}
