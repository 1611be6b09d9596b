package org.gatehouse.platform;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.hibernate.InstantiationException;
import org.hibernate.QueryException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.SQLGrammarException;

/** Tells apart why the database did not do what it was asked. */
public final class DatabaseFailure {

    private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";

    private DatabaseFailure() {
    }

    /** Whether a unique key or another constraint refused the write. */
    public static boolean isConstraintViolation(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException
                    || cause instanceof SQLIntegrityConstraintViolationException
                    || cause instanceof SQLException sql && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(INTEGRITY_CONSTRAINT_VIOLATION)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the database could not be reached or gave up, so that trying again later may help. A statement that the
     * database does not understand, or a value it cannot store, is a fault of ours and no outage.
     */
    public static boolean isOutage(Throwable thrown) {
        var fromDatabase = false;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLGrammarException || cause instanceof DataException
                    || cause instanceof InstantiationException || cause instanceof QueryException) {
                return false;
            }
            fromDatabase |= cause instanceof PersistenceException || cause instanceof SQLException;
        }
        return fromDatabase && !isConstraintViolation(thrown);
    }
}
