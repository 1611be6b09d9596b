package org.gatehouse.email;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.Transactions;

/**
 * The mails that wait to be sent, in the database. A node that takes one has it for a while; should it die meanwhile,
 * another takes it after that, so a mail leaves at least once.
 */
@Singleton
class Outbox {

    private static final String CONTEXT = "outbox message ";
    private static final int LONGEST_ERROR = 500;

    private final Database database;
    private final Transactions transactions;
    private final Encryption encryption;
    private final Event<MailWaiting> mailWaiting;
    private final Clock clock;

    @Inject
    Outbox(Database database, Transactions transactions, Encryption encryption, Event<MailWaiting> mailWaiting,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.encryption = encryption;
        this.mailWaiting = mailWaiting;
        this.clock = clock;
    }

    /** Fired with every new message; observe it after the transaction's success. */
    record MailWaiting() {
    }

    void add(Message message) {
        var id = UUID.randomUUID().toString();
        var waiting = new OutboxMessage(id, encryption.encrypt(message.toJson(), CONTEXT + id), clock.instant());
        database.write(entities -> entities.persist(waiting));
        mailWaiting.fire(new MailWaiting());
    }

    /** The messages whose time has come, those that wait longest first. */
    List<String> due(int most) {
        return database.read(entities -> entities.createQuery(
                        "select m.id from OutboxMessage m where m.givenUp = false"
                        + " and m.nextAttemptAt <= :now order by m.nextAttemptAt, m.id", String.class)
                .setParameter("now", clock.instant()).setMaxResults(most).getResultList());
    }

    /**
     * Takes a message for this node; empty if another was faster.
     *
     * @param lease how long the node may have it
     */
    Optional<OutboxMessage> take(String id, Duration lease) {
        var now = clock.instant();
        var taken = transactions.call(() -> database.update(entities -> entities.createQuery(
                        "update OutboxMessage m set m.nextAttemptAt = :lease,"
                        + " m.attempts = m.attempts + 1"
                        + " where m.id = :id and m.givenUp = false and m.nextAttemptAt <= :now")
                .setParameter("lease", now.plus(lease)).setParameter("id", id).setParameter("now", now)
                .executeUpdate()));
        return taken == 1 ? database.read(entities -> Optional.ofNullable(entities.find(OutboxMessage.class, id)))
                : Optional.empty();
    }

    Message open(OutboxMessage taken) {
        return Message.parse(encryption.decrypt(taken.encryptedBody(), CONTEXT + taken.id()));
    }

    void sent(OutboxMessage taken) {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from OutboxMessage m where m.id = :id")
                        .setParameter("id", taken.id()).executeUpdate()));
    }

    void failed(OutboxMessage taken, String error, Duration pause, boolean giveUp) {
        transactions.run(() -> database.write(entities -> entities.createQuery(
                        "update OutboxMessage m set m.nextAttemptAt = :next,"
                        + " m.lastError = :error, m.givenUp = :giveUp where m.id = :id")
                .setParameter("next", clock.instant().plus(pause))
                .setParameter("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .setParameter("giveUp", giveUp).setParameter("id", taken.id()).executeUpdate()));
    }

    /** Deletes the messages that were given up and have been looked at long enough. */
    void purge(Duration keep) {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from OutboxMessage m where m.givenUp = true and m.nextAttemptAt < :oldest")
                        .setParameter("oldest", clock.instant().minus(keep)).executeUpdate()));
    }
}
