package org.gatehouse.importing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.accounts.ImportedUser;
import org.gatehouse.accounts.UserImport;
import org.gatehouse.importing.ImportReport.Kind;
import org.gatehouse.importing.ImportReport.Row;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Transactions;

/** Brings users over in batches: accounts, names and report of a batch are stored together or not at all. */
@Singleton
class UserTransfer {

    private static final int BATCH = 500;
    private static final int ATTEMPTS = 5;

    private final UserImport users;
    private final ImportLedger ledger;
    private final ImportReport report;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    UserTransfer(UserImport users, ImportLedger ledger, ImportReport report, Transactions transactions, Clock clock) {
        this.users = users;
        this.ledger = ledger;
        this.report = report;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why somebody is not even looked at. */
    enum Outcome {
        UNREADABLE, UNKNOWN_ROLE
    }

    void transfer(StrapiSource source, ImportLease lease, Map<Long, Role> roles, ImportProgress progress) {
        var batch = new LinkedHashMap<Long, SourceRow>();
        source.users(row -> {
            batch.put(row.id(), row);
            if (batch.size() == BATCH) {
                store(lease, batch.values(), roles);
                batch.clear();
            }
        }, progress);
        store(lease, batch.values(), roles);
    }

    private void store(ImportLease lease, Collection<SourceRow> batch, Map<Long, Role> roles) {
        for (var attempt = 1;; attempt++) {
            try {
                transactions.run(() -> storeRest(lease, batch, roles));
                return;
            } catch (RuntimeException e) { // somebody may have registered with one of the names in this moment
                if (attempt == ATTEMPTS || !DatabaseFailure.isConstraintViolation(e)) {
                    throw e;
                }
            }
        }
    }

    /** Stores those of a batch who were not stored before an interruption. */
    private void storeRest(ImportLease lease, Collection<SourceRow> batch, Map<Long, Role> roles) {
        ledger.hold(lease);
        var done = report.done(lease.importId(), Kind.USER, batch.stream().map(SourceRow::id).toList());
        var rows = new ArrayList<Row>();
        var rest = new ArrayList<ImportedUser>();
        batch.stream().filter(row -> !done.contains(row.id())).forEach(row -> {
            if (!row.isStorable()) {
                rows.add(new Row(Kind.USER, row.id(), Outcome.UNREADABLE, null, "holds text that no database stores"));
            } else if (row.roleId().isPresent() && !roles.containsKey(row.roleId().get())) {
                rows.add(new Row(Kind.USER, row.id(), Outcome.UNKNOWN_ROLE, null, "role " + row.roleId().get()));
            } else {
                rest.add(user(row, roles));
            }
        });
        users.store(rest).forEach(result -> rows.add(
                new Row(Kind.USER, result.sourceId(), result.outcome(), result.userId().orElse(null), result.detail())));
        report.add(lease.importId(), List.copyOf(rows));
    }

    private ImportedUser user(SourceRow row, Map<Long, Role> roles) {
        var createdAt = row.time("createdAt").orElseGet(clock::instant);
        return new ImportedUser(row.id(), row.text("documentId"), row.text("username").orElse(""), row.text("email"),
                row.text("provider"), row.text("password"), row.flag("confirmed"), row.flag("blocked"),
                row.roleId().map(roles::get), row::field, createdAt, row.time("updatedAt").orElse(createdAt));
    }
}
