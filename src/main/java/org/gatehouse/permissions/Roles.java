package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.platform.Database;

/** The roles there are. */
@Singleton
public class Roles {

    private final Database database;

    @Inject
    Roles(Database database) {
        this.database = database;
    }

    /** The role of that type, as the database has it now. */
    public Optional<Role> ofType(String type) {
        return database.read(entities -> entities.createQuery("select r from Role r where r.type = :type", Role.class)
                .setParameter("type", type).getResultList().stream().findFirst());
    }
}
