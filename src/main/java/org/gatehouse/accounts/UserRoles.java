package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.permissions.Role;
import org.gatehouse.permissions.RoleMembers;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.Database;

/** Which users have which role. */
@Singleton
class UserRoles implements RoleMembers {

    private final Roles roles;
    private final Database database;

    @Inject
    UserRoles(Roles roles, Database database) {
        this.roles = roles;
        this.database = database;
    }

    /**
     * The role with that id.
     *
     * @throws org.gatehouse.platform.ApiException if there is none
     */
    Role existing(long id) {
        return roles.find(id).orElseThrow(AccountError.NO_SUCH_ROLE::exception);
    }

    @Override
    public long count(Role role) {
        return database.read(entities -> entities.createQuery("select count(u) from User u where u.role = :role",
                Long.class).setParameter("role", role).getSingleResult());
    }

    @Override
    public void move(Role from, Role to) {
        database.write(entities -> entities.createQuery("update User u set u.role = :to where u.role = :from")
                .setParameter("to", to).setParameter("from", from).executeUpdate());
    }
}
