package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts in the database, for nodes that must count together. */
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
        return increment(key, now).orElseGet(() -> begin(key, now, now.plus(interval)));
    }

    @Override
    public Window peek(String bucket) {
        return find(Sha256.hex(bucket)).filter(window -> !window.isOver(clock.instant())).orElse(Window.NONE);
    }

    /** Deletes the windows that are over. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from RateLimitCounter c where c.endsAt <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }

    /** Adds one and reads what came of it while the row is locked, so that everybody sees another number. */
    private Optional<Window> increment(String key, Instant now) {
        return transactions.call(() -> database.update(entities -> entities.createQuery("update RateLimitCounter c"
                        + " set c.hits = c.hits + 1 where c.bucket = :bucket and c.endsAt > :now")
                .setParameter("bucket", key).setParameter("now", now).executeUpdate()) == 1
                ? find(key) : Optional.empty());
    }

    private Window begin(String key, Instant now, Instant end) {
        try {
            transactions.run(() -> database.write(entities -> {
                entities.createQuery("delete from RateLimitCounter c where c.bucket = :bucket and c.endsAt <= :now")
                        .setParameter("bucket", key).setParameter("now", now).executeUpdate();
                entities.persist(new RateLimitCounter(key, 1, end));
            }));
            return new Window(1, end);
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isConstraintViolation(e)) {
                throw e;
            }
            return increment(key, now).orElseThrow(() -> e); // another node has begun the window
        }
    }

    private Optional<Window> find(String key) {
        return database.read(entities -> Optional.ofNullable(entities.find(RateLimitCounter.class, key)))
                .map(RateLimitCounter::window);
    }
}
