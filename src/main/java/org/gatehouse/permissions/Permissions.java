package org.gatehouse.permissions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.platform.Database;

/**
 * Which actions a role allows. They are kept by the role's version, which is read with every request; so a change acts
 * at once on every node although the permissions themselves are seldom read.
 */
@Singleton
public class Permissions {

    private static final int MOST_ROLES = 1000;

    private final Database database;
    private final Cache<Long, Granted> granted = Caffeine.newBuilder().maximumSize(MOST_ROLES).build();

    @Inject
    Permissions(Database database) {
        this.database = database;
    }

    /** The names of the actions. */
    public Set<String> of(Role role) {
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
