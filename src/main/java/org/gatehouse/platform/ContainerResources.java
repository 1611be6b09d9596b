package org.gatehouse.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** What all rooms get from the container or the machine, for injection through constructors. */
@Singleton
class ContainerResources {

    /** Shared and safe for many threads: inside of a transaction it means that transaction's persistence context. */
    @Produces
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** The one clock of the application, so that tests can move time instead of waiting for it. */
    @Produces
    private final Clock clock = Clock.systemUTC();
}
