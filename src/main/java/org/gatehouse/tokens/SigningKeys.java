package org.gatehouse.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.Starting;
import org.gatehouse.platform.Transactions;

/**
 * The keys that sign access tokens. They live in the database, shared by all nodes; the newest signs, all verify. The
 * first node to start makes the first one.
 */
@Singleton
class SigningKeys {

    /** Checks are many times faster with RSA than with elliptic curves on the JDK, and far more frequent than signing. */
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private static final int KEY_BITS = 3072;
    private static final Duration LEAST_TIME_BETWEEN_LOADS = Duration.ofSeconds(5);

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;
    private final Clock clock;
    private volatile List<RSAKey> keys = List.of();
    private volatile Instant loadedAt = Instant.EPOCH;

    @Inject
    SigningKeys(Database database, Transactions transactions, Encryption encryption, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
        this.clock = clock;
    }

    void start(@Observes @Priority(Starting.ROOMS) Starting event) {
        load();
        if (keys.isEmpty()) {
            store(generate());
            load();
        }
    }

    /** The key that signs. */
    RSAKey active() {
        return keys.get(0);
    }

    /** The key of that id; one that another node has just made is found too. */
    Optional<RSAKey> find(String kid) {
        var found = known(kid);
        if (found.isEmpty() && loadedAt.plus(LEAST_TIME_BETWEEN_LOADS).isBefore(clock.instant())) {
            load();
            found = known(kid);
        }
        return found;
    }

    /** The public halves, for whoever verifies tokens. */
    JWKSet publicKeys() {
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
    }

    private Optional<RSAKey> known(String kid) {
        return keys.stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
    }

    private void load() {
        loadedAt = clock.instant();
        keys = database.read(entities -> entities.createQuery(
                        "select k from SigningKey k order by k.createdAt desc, k.kid", SigningKey.class)
                .getResultList()).stream().map(this::decrypt).toList();
    }

    private void store(RSAKey key) {
        var stored = new SigningKey(key.getKeyID(), ALGORITHM.getName(),
                encryption.encrypt(key.toJSONString(), context(key.getKeyID())), clock.instant());
        transactions.run(() -> database.write(entities -> entities.persist(stored)));
    }

    private RSAKey decrypt(SigningKey stored) {
        try {
            return RSAKey.parse(encryption.decrypt(stored.encryptedJwk(), context(stored.kid())));
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + stored.kid() + " is damaged", e);
        }
    }

    private static String context(String kid) {
        return "signing key " + kid;
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS).algorithm(ALGORITHM).keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }
}
