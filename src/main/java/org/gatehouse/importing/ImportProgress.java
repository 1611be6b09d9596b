package org.gatehouse.importing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Tells the log every few seconds how far an import is, and keeps its lease alive while the source is only read. */
final class ImportProgress {

    private static final Logger LOG = System.getLogger(ImportProgress.class.getName());
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final ImportLease lease;
    private final ImportReport report;
    private final ImportLedger ledger;
    private long last = System.nanoTime();

    ImportProgress(ImportLease lease, ImportReport report, ImportLedger ledger) {
        this.lease = lease;
        this.report = report;
        this.ledger = ledger;
    }

    /** To be called again and again while a source is read, outside of transactions. */
    void tick() {
        if (System.nanoTime() - last > INTERVAL) {
            ledger.renew(lease);
            LOG.log(Level.INFO, "Import {0} so far: {1}", lease.importId(), report.summary(lease.importId()));
            last = System.nanoTime();
        }
    }
}
