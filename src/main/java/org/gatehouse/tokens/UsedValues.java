package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.Sha256;
import org.gatehouse.platform.Transactions;

/**
 * Remembers values that work once although nothing was stored when they were made. The unique key decides who was first,
 * over all nodes.
 */
@Singleton
public class UsedValues {

    private final Database database;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    UsedValues(Database database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Uses a value.
     *
     * @param validFor how long anybody would accept it; after that it may be forgotten
     * @return false if it has been used before
     */
    public boolean use(String value, Duration validFor) {
        var used = new UsedValue(Sha256.hex(value), clock.instant().plus(validFor));
        try {
            transactions.run(() -> database.write(entities -> {
                entities.persist(used);
                entities.flush();
            }));
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Forgets what nobody would accept any longer. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from UsedValue v where v.expiresAt <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }
}
