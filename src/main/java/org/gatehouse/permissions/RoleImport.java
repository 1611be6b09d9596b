package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.DocumentId;

/** Takes over roles and their permissions from elsewhere, within the caller's transaction. Nothing is ever taken away. */
@Singleton
public class RoleImport {

    private final Database database;
    private final Roles roles;
    private final ActionCatalogue catalogue;
    private final Permissions permissions;
    private final Clock clock;

    @Inject
    RoleImport(Database database, Roles roles, ActionCatalogue catalogue, Permissions permissions, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The type that a role has here: the one it had, or one made of its name; empty if it had an impossible one. */
    public static Optional<String> type(Optional<String> type, String name) {
        var wanted = type.orElseGet(() -> RoleAdministration.typeOf(name));
        return RoleAdministration.typeProblem(wanted).isEmpty() ? Optional.of(wanted) : Optional.empty();
    }

    /** Makes a role without permissions. */
    public Role create(String type, String name, String description) {
        var role = new Role(DocumentId.random(), cut(name, RoleAdministration.LONGEST_NAME),
                cut(description, RoleAdministration.LONGEST_DESCRIPTION), type, clock.instant());
        database.write(entities -> {
            entities.persist(role);
            entities.flush();
        });
        return role;
    }

    /** Whether there is such an action here. */
    public boolean knows(String action) {
        return catalogue.has(action);
    }

    /** The actions that the role allows now. */
    public Set<String> granted(Role role) {
        return permissions.of(role);
    }

    /** Lets the role allow these actions besides those it allows already. */
    public void grant(Role role, Set<String> actions) {
        database.write(entities -> {
            var locked = RoleAdministration.lock(entities, role);
            entities.refresh(locked); // its version may have grown before it was locked
            var missing = new TreeSet<>(actions);
            missing.removeAll(permissions.of(locked));
            if (!missing.isEmpty()) {
                RoleAdministration.grant(entities, locked, missing);
            }
        });
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
