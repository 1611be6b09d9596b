package org.gatehouse.importing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Transactions;

/** Which imports there are, and which run may work on one. */
@Singleton
class ImportLedger {

    /** How long an import waits after the death of its node; work goes on only while the lease is renewed. */
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int LONGEST = 500;

    private final Database database;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ImportLedger(Database database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean isFinished(String id) {
        return find(id).filter(ImportState::isFinished).isPresent();
    }

    private Optional<ImportState> find(String id) {
        return database.read(entities -> Optional.ofNullable(entities.find(ImportState.class, id)));
    }

    /** Takes an import that nobody works on; empty if somebody does. */
    Optional<ImportLease> take(ImportOrder order) {
        var lease = new ImportLease(order.id(), UUID.randomUUID().toString());
        try {
            return transactions.call(() -> takeExisting(lease) || find(order.id()).isEmpty() && makeNew(order, lease))
                    ? Optional.of(lease) : Optional.empty();
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                return Optional.empty(); // another node was faster
            }
            throw e;
        }
    }

    private boolean takeExisting(ImportLease lease) {
        return database.update(entities -> entities.createQuery("update ImportState i set i.owner = :owner,"
                        + " i.leasedUntil = :until, i.state = :running, i.problem = null, i.endedAt = null"
                        + " where i.id = :id and i.state <> :finished and i.leasedUntil <= :now")
                .setParameter("owner", lease.owner()).setParameter("until", clock.instant().plus(LEASE))
                .setParameter("running", ImportState.RUNNING).setParameter("finished", ImportState.FINISHED)
                .setParameter("id", lease.importId()).setParameter("now", clock.instant()).executeUpdate()) == 1;
    }

    private boolean makeNew(ImportOrder order, ImportLease lease) {
        var now = clock.instant();
        database.write(entities -> entities.persist(
                new ImportState(order.id(), cut(order.from()), lease.owner(), now.plus(LEASE), now)));
        return true;
    }

    /** Renews the lease, and keeps others away until the caller's transaction ends. */
    void hold(ImportLease lease) {
        var renewed = database.update(entities -> entities.createQuery(
                        "update ImportState i set i.leasedUntil = :until where i.id = :id and i.owner = :owner")
                .setParameter("until", clock.instant().plus(LEASE)).setParameter("id", lease.importId())
                .setParameter("owner", lease.owner()).executeUpdate());
        if (renewed == 0) {
            throw new ImportLease.Lost();
        }
    }

    /** Renews the lease while nothing is written. */
    void renew(ImportLease lease) {
        transactions.run(() -> hold(lease));
    }

    void finish(ImportLease lease) {
        end(lease, ImportState.FINISHED, null);
    }

    void fail(ImportLease lease, String problem) {
        end(lease, ImportState.FAILED, cut(problem));
    }

    private void end(ImportLease lease, String state, String problem) {
        var now = clock.instant();
        transactions.run(() -> database.write(entities -> entities.createQuery(
                        "update ImportState i set i.state = :state, i.problem = :problem, i.endedAt = :now,"
                        + " i.leasedUntil = :now where i.id = :id and i.owner = :owner")
                .setParameter("state", state).setParameter("problem", problem).setParameter("now", now)
                .setParameter("id", lease.importId()).setParameter("owner", lease.owner()).executeUpdate()));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
