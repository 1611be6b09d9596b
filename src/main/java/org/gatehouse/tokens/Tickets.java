package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.Sha256;
import org.gatehouse.platform.Transactions;

/**
 * Tickets carry something from one step of a login to the next through hands that must not see it: 256 random bits stand
 * for a content that rests here, encrypted, until the ticket is used. Each works once, for a short time, and for the
 * audience alone that it was made for.
 */
@Singleton
public class Tickets {

    private static final int BYTES = 32;

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Tickets(Database database, Transactions transactions, Encryption encryption, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** A new ticket, to be handed to its owner. */
    public String issue(String audience, String content, Duration lifetime) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var hash = Sha256.hex(ticket);
        var stored = new Ticket(hash, audience, encryption.encrypt(content, context(hash)),
                clock.instant().plus(lifetime));
        transactions.run(() -> database.write(entities -> entities.persist(stored)));
        return ticket;
    }

    /** Uses a ticket up. Of many who try at once, one gets the content. */
    public Optional<String> redeem(String audience, String ticket) {
        var hash = Sha256.hex(ticket);
        return transactions.call(() -> encryptedContent(audience, hash).filter(content -> delete(hash)))
                .map(content -> encryption.decrypt(content, context(hash)));
    }

    private Optional<String> encryptedContent(String audience, String hash) {
        return database.read(entities -> entities.createQuery("select t.encryptedContent from Ticket t"
                        + " where t.hash = :hash and t.audience = :audience and t.expiresAt > :now", String.class)
                .setParameter("hash", hash)
                .setParameter("audience", audience)
                .setParameter("now", clock.instant())
                .getResultList().stream().findFirst());
    }

    private boolean delete(String hash) {
        return database.update(entities -> entities.createQuery("delete from Ticket t where t.hash = :hash")
                .setParameter("hash", hash).executeUpdate()) == 1;
    }

    /** Deletes the tickets that have expired. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from Ticket t where t.expiresAt <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }

    private static String context(String hash) {
        return "ticket " + hash;
    }
}
