package org.gatehouse.importing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.importing.ImportReport.Kind;
import org.gatehouse.importing.ImportReport.Row;
import org.gatehouse.permissions.Role;
import org.gatehouse.permissions.RoleImport;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.Transactions;

/**
 * Brings roles over by their type, and grants what they are granted in the source as far as there is such an action here.
 * What a role allows here and not there it keeps; the report names it.
 */
@Singleton
class RoleTransfer {

    private static final Logger LOG = System.getLogger(RoleTransfer.class.getName());

    private final Roles roles;
    private final RoleImport imports;
    private final ImportLedger ledger;
    private final ImportReport report;
    private final Transactions transactions;

    @Inject
    RoleTransfer(Roles roles, RoleImport imports, ImportLedger ledger, ImportReport report, Transactions transactions) {
        this.roles = roles;
        this.imports = imports;
        this.ledger = ledger;
        this.report = report;
        this.transactions = transactions;
    }

    /** What became of a role or of a permission. */
    enum Outcome {
        CREATED, EXISTING, INVALID_TYPE, GRANTED, UNKNOWN_ACTION, UNKNOWN_ROLE
    }

    /** Brings them all over at once, unless that was done before, and answers the roles by the source's number. */
    Map<Long, Role> transfer(StrapiSource source, ImportLease lease, ImportProgress progress) {
        var sourceRoles = source.roles(progress);
        var permissions = source.permissions(progress);
        return transactions.call(() -> {
            ledger.hold(lease);
            var known = new HashMap<Long, Role>();
            if (isDone(lease, Kind.ROLE, sourceRoles) || isDone(lease, Kind.PERMISSION, permissions)) {
                sourceRoles.forEach(role -> type(role).flatMap(roles::ofType).ifPresent(here -> known.put(role.id(), here)));
                return known;
            }
            var rows = new ArrayList<Row>();
            sourceRoles.forEach(role -> rows.add(role(role, permissions, known)));
            permissions.forEach(permission -> rows.add(permission(permission, known)));
            grant(permissions, known);
            report.add(lease.importId(), rows);
            return known;
        });
    }

    private boolean isDone(ImportLease lease, Kind kind, List<SourceRow> rows) {
        return !report.done(lease.importId(), kind, rows.stream().map(SourceRow::id).toList()).isEmpty();
    }

    private static Optional<String> type(SourceRow role) {
        return role.isStorable() ? RoleImport.type(role.text("type"), role.text("name").orElse("")) : Optional.empty();
    }

    private Row role(SourceRow role, List<SourceRow> permissions, Map<Long, Role> known) {
        var type = type(role);
        if (type.isEmpty()) {
            return new Row(Kind.ROLE, role.id(), Outcome.INVALID_TYPE, null, "");
        }
        var existing = roles.ofType(type.get());
        var here = existing.orElseGet(() -> imports.create(type.get(),
                role.text("name").orElse(type.get()), role.text("description").orElse("")));
        known.put(role.id(), here);
        return existing.isEmpty() ? new Row(Kind.ROLE, role.id(), Outcome.CREATED, here.id(), type.get())
                : existing(role, here, more(role, here, permissions));
    }

    private static Row existing(SourceRow role, Role here, String more) {
        if (more.isEmpty()) {
            return new Row(Kind.ROLE, role.id(), Outcome.EXISTING, here.id(), here.type());
        }
        LOG.log(Level.WARNING, "The role {0} allows more here than in Strapi, and keeps it: {1}", here.type(), more);
        return new Row(Kind.ROLE, role.id(), Outcome.EXISTING, here.id(), here.type() + "; allows here, not there: " + more);
    }

    /** What the role allows here beyond what it does in the source; the operator must know of it. */
    private String more(SourceRow role, Role here, List<SourceRow> permissions) {
        var more = new TreeSet<>(imports.granted(here));
        permissions.stream().filter(permission -> permission.roleId().equals(Optional.of(role.id())))
                .forEach(permission -> permission.text("action").ifPresent(more::remove));
        return String.join(", ", more);
    }

    private Row permission(SourceRow permission, Map<Long, Role> known) {
        var role = permission.roleId().map(known::get);
        var action = permission.isStorable() ? permission.text("action").orElse("") : "";
        var outcome = role.isEmpty() ? Outcome.UNKNOWN_ROLE
                : imports.knows(action) ? Outcome.GRANTED : Outcome.UNKNOWN_ACTION;
        return new Row(Kind.PERMISSION, permission.id(), outcome, role.map(Role::id).orElse(null), action);
    }

    private void grant(List<SourceRow> permissions, Map<Long, Role> known) {
        var actions = new HashMap<Long, Set<String>>();
        permissions.forEach(permission -> permission.roleId().map(known::get).ifPresent(role -> permission.text("action")
                .filter(imports::knows).ifPresent(action ->
                        actions.computeIfAbsent(role.id(), id -> new TreeSet<>()).add(action))));
        known.values().forEach(role -> imports.grant(role, actions.getOrDefault(role.id(), Set.of())));
    }
}
