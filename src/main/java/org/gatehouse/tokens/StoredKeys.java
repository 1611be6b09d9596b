package org.gatehouse.tokens;

import com.nimbusds.jose.jwk.JWK;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.Transactions;

/**
 * The keys in the database, which all nodes share: JSON Web Keys (RFC 7517), encrypted. Of a key of the operator's only
 * the public half is here, so that every node verifies what any node has signed.
 */
@Singleton
class StoredKeys {

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;
    private final Clock clock;

    @Inject
    StoredKeys(Database database, Transactions transactions, Encryption encryption, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
        this.clock = clock;
    }

    List<TokenKey> all() {
        return database.read(entities -> entities.createQuery(
                        "select k from SigningKey k order by k.activatesAt desc, k.kid", SigningKey.class)
                .getResultList()).stream()
                .map(stored -> new TokenKey(decrypt(stored), stored.activatesAt(), stored.tokensUntil())).toList();
    }

    /**
     * Adds a key.
     *
     * @param replaces the key that this one follows, which can have one follower only; null for one that follows none
     * @return whether it was added; not if another node was faster
     */
    boolean add(TokenKey key, String replaces) {
        var stored = new SigningKey(key, encryption.encrypt(key.jwk().toJSONString(), context(key.kid())), replaces,
                clock.instant());
        try {
            transactions.run(() -> database.write(entities -> entities.persist(stored)));
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Keeps the key until its tokens have ended, if it is not kept longer anyway. */
    void keep(TokenKey key) {
        transactions.run(() -> database.write(entities -> entities.createQuery(
                        "update SigningKey k set k.tokensUntil = :until where k.kid = :kid and k.tokensUntil < :until")
                .setParameter("until", key.tokensUntil()).setParameter("kid", key.kid()).executeUpdate()));
    }

    /** Deletes the keys of which no token is alive any more. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from SigningKey k where k.tokensUntil <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }

    private JWK decrypt(SigningKey stored) {
        try {
            return JWK.parse(encryption.decrypt(stored.encryptedJwk(), context(stored.kid())));
        } catch (ParseException e) {
            throw new IllegalStateException(context(stored.kid()) + " is damaged", e);
        }
    }

    private static String context(String kid) {
        return "signing key " + kid;
    }
}
