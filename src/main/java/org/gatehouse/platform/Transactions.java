package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/**
 * Runs work in a JTA transaction. Use cases draw its border themselves, so that slow work (hashing a password) visibly
 * happens outside and never holds a database connection.
 */
@Singleton
public class Transactions {

    private final UserTransaction transaction;
    private final Database database;

    @Inject
    Transactions(UserTransaction transaction, Database database) {
        this.transaction = transaction;
        this.database = database;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Commits what the work did and answers its result; anything thrown rolls it back. Within a transaction the work
     * becomes a part of that one.
     */
    public <T> T call(Supplier<T> work) {
        if (database.isInTransaction()) {
            return work.get();
        }
        begin();
        try {
            database.enterTransaction();
            try {
                return committed(work);
            } finally {
                database.leaveTransaction();
            }
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private <T> T committed(Supplier<T> work) {
        var result = work.get();
        try {
            transaction.commit();
            return result;
        } catch (RollbackException e) {
            throw e.getCause() instanceof PersistenceException cause ? cause
                    : new PersistenceException("The transaction was rolled back", e);
        } catch (HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new PersistenceException("The transaction could not be committed", e);
        }
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new PersistenceException("No transaction could be begun", e);
        }
    }

    private void rollBack(Throwable reason) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            reason.addSuppressed(e);
        }
    }
}
