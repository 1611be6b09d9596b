package org.gatehouse.permissions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Settings;

/**
 * Which actions a role allows. They are kept by the role's version, which is read with every request; so a change acts
 * at once on every node although the permissions themselves are seldom read.
 */
@Singleton
public class Permissions {

    private static final int MOST_ROLES = 1000;

    private final Database database;
    private final ActionCatalogue catalogue;
    private final Settings settings;
    private final Cache<Long, Granted> granted = Caffeine.newBuilder().maximumSize(MOST_ROLES).build();

    @Inject
    Permissions(Database database, ActionCatalogue catalogue, Settings settings) {
        this.database = database;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /**
     * What a token says its owner belongs to: the type of the role and, if the operator wants it, the actions of the
     * company's applications that the role allows. Types have no colons, so neither can be taken for the other.
     */
    public Set<String> groups(Role role) {
        var allowed = settings.get(PermissionSettings.ACTIONS_IN_GROUPS) ? of(role) : Set.<String>of();
        return Stream.concat(Stream.of(role.type()),
                allowed.stream().filter(action -> !ActionName.isOurs(action) && catalogue.has(action)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> of(Role role) {
        var known = granted.getIfPresent(role.id());
        if (known == null || known.version != role.version()) {
            known = new Granted(role.version(), read(role));
            granted.put(role.id(), known);
        }
        return known.actions;
    }

    private Set<String> read(Role role) {
        List<?> actions = database.read(entities -> entities.createNativeQuery(
                "select action from gatehouse_permission where role_id = :role")
                .setParameter("role", role.id()).getResultList());
        return actions.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    private record Granted(long version, Set<String> actions) {
    }
}
