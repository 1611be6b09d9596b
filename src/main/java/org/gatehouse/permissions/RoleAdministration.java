package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.DatabaseFailure;
import org.gatehouse.platform.DocumentId;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Transactions;
import org.gatehouse.platform.Validation;

/** Makes, changes and deletes roles. Every change acts with the next request of whoever has the role. */
@Singleton
class RoleAdministration {

    private static final int SHORTEST_NAME = 3;
    static final int LONGEST_NAME = 255;
    static final int LONGEST_DESCRIPTION = 1000;

    private final Database database;
    private final Transactions transactions;
    private final ActionCatalogue catalogue;
    private final Permissions permissions;
    private final RoleMembers members;
    private final Clock clock;

    @Inject
    RoleAdministration(Database database, Transactions transactions, ActionCatalogue catalogue,
            Permissions permissions, RoleMembers members, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.members = members;
        this.clock = clock;
    }

    void create(Input input) {
        var check = Validation.ofObject(input);
        var name = check.text("name", RoleAdministration::nameProblem);
        var description = check.possiblyEmptyText("description", RoleAdministration::descriptionProblem).orElse("");
        var type = check.optionalText("type", RoleAdministration::typeProblem).orElseGet(() -> typeOf(name));
        check.finish();
        var enabled = permissions(input, catalogue::has).orElse(Set.of());
        store(type, check, () -> database.write(entities -> {
            var role = new Role(DocumentId.random(), name, description, type, clock.instant());
            entities.persist(role);
            grant(entities, role, enabled);
        }));
    }

    /** Changes name and description, and the permissions where they are sent; those left out stay as they are. */
    void change(Role role, Input input) {
        var check = Validation.ofObject(input);
        var name = check.optionalText("name", RoleAdministration::nameProblem).orElse(role.name());
        var description = check.possiblyEmptyText("description", RoleAdministration::descriptionProblem)
                .orElse(role.description());
        check.finish();
        var granted = permissions.of(role);
        var enabled = permissions(input, action -> catalogue.has(action) || granted.contains(action));
        transactions.run(() -> database.write(entities -> {
            var stored = lock(entities, role);
            stored.describe(name, description, clock.instant());
            enabled.ifPresent(actions -> {
                entities.createNativeQuery("delete from gatehouse_permission where role_id = :role")
                        .setParameter("role", stored.id()).executeUpdate();
                grant(entities, stored, actions);
            });
        }));
    }

    /** Deletes a role; whoever had it is in {@code public} from then on. */
    void delete(Role role) {
        if (role.isPublic()) {
            throw RoleError.PUBLIC_STAYS.exception();
        }
        transactions.run(() -> database.write(entities -> {
            var stored = lock(entities, role);
            members.move(stored, entities.createQuery("select r from Role r where r.type = :type", Role.class)
                    .setParameter("type", Role.PUBLIC).getSingleResult());
            entities.remove(stored);
        }));
    }

    static void grant(EntityManager entities, Role role, Set<String> actions) {
        entities.flush();
        actions.forEach(action -> entities.createNativeQuery(
                        "insert into gatehouse_permission (role_id, action) values (:role, :action)")
                .setParameter("role", role.id()).setParameter("action", action).executeUpdate());
        role.permissionsChanged();
    }

    /** The role, while nobody else changes it; it may just have been deleted. */
    static Role lock(EntityManager entities, Role role) {
        return Optional.ofNullable(entities.find(Role.class, role.id(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(RoleError.NOT_FOUND::exception);
    }

    private static Optional<Set<String>> permissions(Input input, Predicate<String> known) {
        return Optional.ofNullable(input.get("permissions")).filter(tree -> tree != JsonValue.NULL)
                .map(tree -> PermissionTree.enabled(tree, known));
    }

    private void store(String type, Validation check, Runnable work) {
        try {
            transactions.run(work);
        } catch (RuntimeException e) {
            if (DatabaseFailure.isConstraintViolation(e)) {
                check.refuse("type", "There is a role of type " + type + " already").finish();
            }
            throw e;
        }
    }

    private static Optional<String> nameProblem(String name) {
        return name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME
                ? Optional.of("name must be " + SHORTEST_NAME + " to " + LONGEST_NAME + " characters")
                : Optional.empty();
    }

    private static Optional<String> descriptionProblem(String description) {
        return description.length() > LONGEST_DESCRIPTION
                ? Optional.of("description must be at most " + LONGEST_DESCRIPTION + " characters") : Optional.empty();
    }

    static Optional<String> typeProblem(String type) {
        return type.matches("[a-z0-9][a-z0-9_-]{0,254}") ? Optional.empty()
                : Optional.of("type must be lower-case letters, digits, _ and -");
    }

    /** The name without accents, in snake case. */
    static String typeOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var type = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return type.isEmpty() ? "role_" + DocumentId.random() : type.substring(0, Math.min(type.length(), LONGEST_NAME));
    }
}
