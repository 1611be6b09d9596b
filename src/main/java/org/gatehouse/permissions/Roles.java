package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
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

    /** By number. */
    public Optional<Role> find(long id) {
        return database.read(entities -> Optional.ofNullable(entities.find(Role.class, id)));
    }

    /** By number or by document id. */
    Optional<Role> find(String id) {
        return id.matches("\\d{1,18}") ? find(Long.parseLong(id))
                : database.read(entities -> entities.createQuery(
                        "select r from Role r where r.documentId = :id", Role.class)
                .setParameter("id", id).getResultList().stream().findFirst());
    }

    /**
     * By number or by document id.
     *
     * @throws org.gatehouse.platform.ApiException 404 if there is none
     */
    public Role existing(String id) {
        return find(id).orElseThrow(RoleError.NOT_FOUND::exception);
    }

    /** All roles, sorted by name. */
    public List<Role> all() {
        return database.read(entities -> entities.createQuery("select r from Role r order by r.name, r.id", Role.class)
                .getResultList());
    }

    /** The role of that type, as the database has it now. */
    public Optional<Role> ofType(String type) {
        return database.read(entities -> entities.createQuery("select r from Role r where r.type = :type", Role.class)
                .setParameter("type", type).getResultList().stream().findFirst());
    }
}
