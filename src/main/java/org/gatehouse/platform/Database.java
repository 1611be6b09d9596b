package org.gatehouse.platform;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * The way to the database. Within {@link Transactions} all work shares that transaction's entity manager; outside of
 * one, each read has its own and sees the database as it is at that moment.
 *
 * <p>Entity managers are opened here and not injected: what servers inject is shared by all threads, and outside of
 * transactions not every server keeps them apart.
 */
@Singleton
public class Database {

    @PersistenceUnit(unitName = "gatehouse")
    private EntityManagerFactory factory;

    private final ThreadLocal<EntityManager> ofTransaction = new ThreadLocal<>();

    public <T> T read(Function<EntityManager, T> work) {
        var shared = ofTransaction.get();
        if (shared != null) {
            return work.apply(shared);
        }
        try (var own = factory.createEntityManager()) {
            return work.apply(own);
        }
    }

    /**
     * Changes something, within the caller's transaction.
     *
     * @throws IllegalStateException if there is none
     */
    public void write(Consumer<EntityManager> work) {
        update(database -> {
            work.accept(database);
            return 0;
        });
    }

    /** Changes something, within the caller's transaction, and answers how many rows were changed. */
    public int update(Function<EntityManager, Integer> work) {
        var shared = ofTransaction.get();
        if (shared == null) {
            throw new IllegalStateException("there is no transaction to write in");
        }
        return work.apply(shared);
    }

    /**
     * Runs one statement once for each of many rows, within the caller's transaction and in few round trips: for work in
     * bulk, where entities would cost one round trip each.
     *
     * @param sql  plain SQL that every database understands
     * @param rows the values of its parameters, in their order
     */
    public void batch(String sql, List<? extends List<?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        write(entities -> entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }));
    }

    private static void bind(PreparedStatement statement, List<?> row) throws SQLException {
        for (var i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof Instant time) {
                statement.setTimestamp(i + 1, Timestamp.from(time), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
            } else {
                statement.setObject(i + 1, row.get(i));
            }
        }
    }

    boolean isInTransaction() {
        return ofTransaction.get() != null;
    }

    /** Opens the entity manager of the JTA transaction that has just begun. */
    void enterTransaction() {
        ofTransaction.set(factory.createEntityManager());
    }

    void leaveTransaction() {
        var left = ofTransaction.get();
        ofTransaction.remove();
        left.close();
    }
}
