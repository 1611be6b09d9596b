package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts in the database, for nodes that must count together. Each step is one statement, so that no count is lost. */
@Singleton
class RateLimitsInDatabase implements RateLimitStore {

    private final Database database;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RateLimitsInDatabase(Database database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Window count(String bucket, Duration interval) {
        var key = Sha256.hex(bucket);
        var now = clock.instant();
        if (!increment(key, now)) {
            begin(key, now, now.plus(interval));
        }
        return find(key);
    }

    @Override
    public Window peek(String bucket) {
        var window = find(Sha256.hex(bucket));
        return window.isOver(clock.instant()) ? Window.NONE : window;
    }

    /** Deletes the windows that are over. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createNativeQuery("delete from gatehouse_rate_limit where ends_at <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }

    private boolean increment(String key, Instant now) {
        return transactions.call(() -> database.update(entities -> entities.createNativeQuery(
                        "update gatehouse_rate_limit set hits = hits + 1 where bucket = :bucket and ends_at > :now")
                .setParameter("bucket", key).setParameter("now", now).executeUpdate())) == 1;
    }

    private void begin(String key, Instant now, Instant end) {
        try {
            transactions.run(() -> database.write(entities -> {
                entities.createNativeQuery("delete from gatehouse_rate_limit where bucket = :bucket and ends_at <= :now")
                        .setParameter("bucket", key).setParameter("now", now).executeUpdate();
                entities.createNativeQuery("insert into gatehouse_rate_limit (bucket, hits, ends_at)"
                        + " values (:bucket, 1, :end)")
                        .setParameter("bucket", key).setParameter("end", end).executeUpdate();
            }));
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isConstraintViolation(e) || !increment(key, now)) {
                throw e;
            }
        }
    }

    private Window find(String key) {
        List<?> rows = database.read(entities -> entities.createNativeQuery(
                        "select hits, ends_at from gatehouse_rate_limit where bucket = :bucket", WindowRow.class)
                .setParameter("bucket", key).getResultList());
        return rows.isEmpty() ? Window.NONE : ((WindowRow) rows.get(0)).window();
    }

    record WindowRow(Integer hits, Instant endsAt) {
        Window window() {
            return new Window(hits, endsAt);
        }
    }
}
