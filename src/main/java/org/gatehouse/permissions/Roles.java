package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The roles there are. */
@Singleton
public class Roles {

    private final EntityManager database;

    @Inject
    Roles(EntityManager database) {
        this.database = database;
    }

    /** The role of that type, as the database has it now. */
    public Optional<Role> ofType(String type) {
        return database.createQuery("select r from Role r where r.type = :type", Role.class)
                .setParameter("type", type).getResultStream().findFirst();
    }
}
