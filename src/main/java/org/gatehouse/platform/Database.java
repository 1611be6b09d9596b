package org.gatehouse.platform;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.function.Consumer;
import java.util.function.Function;

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
