package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Clock;
import org.gatehouse.platform.CurrentRequest;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Transactions;

/** Takes down facts. One that cannot be stored is still in the server's log, and never fails what it is about. */
@Singleton
public class AuditLog {

    private static final Logger LOG = System.getLogger(AuditLog.class.getName());

    private final Database database;
    private final Transactions transactions;
    private final CurrentRequest request;
    private final Settings settings;
    private final Clock clock;

    @Inject
    AuditLog(Database database, Transactions transactions, CurrentRequest request, Settings settings, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.request = request;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes down a fact of the request in hand. Call it after that request's own transaction. */
    public void record(Fact fact) {
        LOG.log(Level.INFO, "action={0} outcome={1} subject={2} address={3} request={4}", fact.action(), fact.outcome(),
                fact.subject(), request.address(), request.id());
        try {
            var event = new AuditEvent(fact, clock.instant(), request.address(), request.id());
            transactions.run(() -> database.write(entities -> entities.persist(event)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The audit event of request " + request.id() + " could not be stored", e);
        }
    }

    /** Deletes what has been kept long enough. */
    void purge() {
        var oldest = clock.instant().minus(settings.get(AuditSettings.RETENTION));
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from AuditEvent e where e.happenedAt < :oldest")
                        .setParameter("oldest", oldest).executeUpdate()));
    }
}
