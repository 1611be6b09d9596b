package org.gatehouse.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.platform.Readiness;

/** Runs an import on one thread of the container, while requests are answered as ever. */
@Singleton
public class StrapiImport {

    private static final Logger LOG = System.getLogger(StrapiImport.class.getName());

    private final ImportLedger ledger;
    private final RoleTransfer roles;
    private final UserTransfer users;
    private final ImportReport report;
    private final Readiness readiness;
    private final AtomicBoolean running = new AtomicBoolean();
    /** What this node need not look at again: it is finished, or failed in a way that time does not mend. */
    private volatile ImportOrder settled;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    StrapiImport(ImportLedger ledger, RoleTransfer roles, UserTransfer users, ImportReport report, Readiness readiness) {
        this.ledger = ledger;
        this.roles = roles;
        this.users = users;
        this.report = report;
        this.readiness = readiness;
    }

    /**
     * Starts an import, or goes on with it, and returns at once. Nothing happens if it is finished, if it failed on this
     * node before, or if some node is at work on it or on another.
     */
    public void start(ImportOrder order) {
        if (order.equals(settled) || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    readiness.whenReady("run the " + order, () -> run(order));
                } finally {
                    running.set(false);
                }
            });
        } catch (RuntimeException e) { // the container's queue is full
            running.set(false);
            throw e;
        }
    }

    private void run(ImportOrder order) {
        if (ledger.isFinished(order.id())) {
            LOG.log(Level.INFO, "The {0} was finished before; another needs another gatehouse.import.id", order);
            settled = order;
            return;
        }
        try {
            var source = open(order);
            ledger.take(order).ifPresent(lease -> run(order, source, lease));
        } catch (CannotImport e) {
            LOG.log(Level.ERROR, "The " + order + " cannot go on: " + e.getMessage(), e.getCause());
            settled = order;
        }
    }

    private static StrapiSource open(ImportOrder order) {
        return order.kind() == ImportOrder.Kind.FILE ? ExportFile.open(order.from()) : StrapiDatabase.open(order.from());
    }

    private void run(ImportOrder order, StrapiSource source, ImportLease lease) {
        LOG.log(Level.INFO, "The {0} begins", order);
        try {
            var progress = new ImportProgress(lease, report, ledger);
            var known = roles.transfer(source, lease, progress);
            users.transfer(source, lease, known, progress);
            ledger.finish(lease);
            settled = order;
            LOG.log(Level.INFO, "The {0} is finished: {1}. Each row: select * from gatehouse_import_row"
                    + " where import_id = ''{2}''", order, report.summary(order.id()), order.id());
        } catch (CannotImport e) {
            ledger.fail(lease, e.getMessage());
            throw e;
        } catch (ImportLease.Lost e) {
            LOG.log(Level.WARNING, "Another node goes on with the {0}", order);
        }
    }
}
