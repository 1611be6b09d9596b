package org.gatehouse.importing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.platform.Database;

/**
 * What became of each row of a source, in the table {@code gatehouse_import_row}. It is also the memory of an import:
 * what stands there is done.
 */
@Singleton
class ImportReport {

    private static final String INSERT = "insert into gatehouse_import_row"
            + " (import_id, kind, source_id, outcome, target_id, detail) values (?, ?, ?, ?, ?, ?)";
    private static final int LONGEST = 500;

    private final Database database;

    @Inject
    ImportReport(Database database) {
        this.database = database;
    }

    /** What a row of a source is. */
    enum Kind {
        ROLE, PERMISSION, USER
    }

    /**
     * What became of one row.
     *
     * @param outcome  a constant whose name says it
     * @param targetId the number that a user or role has here; null if it is not here
     * @param detail   what else there is to know; empty if nothing
     */
    record Row(Kind kind, long sourceId, Enum<?> outcome, Long targetId, String detail) {
    }

    /** Writes rows down, within the caller's transaction. */
    void add(String importId, List<Row> rows) {
        database.batch(INSERT, rows.stream().map(row -> Arrays.asList(importId, wire(row.kind), row.sourceId,
                wire(row.outcome), row.targetId, row.detail.isEmpty() ? null
                        : row.detail.substring(0, Math.min(row.detail.length(), LONGEST)))).toList());
    }

    /** Which of these rows are done. */
    Set<Long> done(String importId, Kind kind, Collection<Long> sourceIds) {
        List<?> done = sourceIds.isEmpty() ? List.of() : database.read(entities -> entities.createNativeQuery(
                        "select source_id from gatehouse_import_row"
                        + " where import_id = :id and kind = :kind and source_id in (:sources)")
                .setParameter("id", importId).setParameter("kind", wire(kind)).setParameter("sources", sourceIds)
                .getResultList());
        return done.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toCollection(HashSet::new));
    }

    /** How many rows had which outcome, such as {@code user imported 97, user taken-name 3}. */
    String summary(String importId) {
        List<?> counts = database.read(entities -> entities.createNativeQuery(
                        "select kind, outcome, count(*) from gatehouse_import_row where import_id = :id"
                        + " group by kind, outcome order by kind, outcome")
                .setParameter("id", importId).getResultList());
        return counts.isEmpty() ? "nothing yet" : counts.stream().map(Object[].class::cast)
                .map(row -> row[0] + " " + row[1] + " " + row[2]).collect(Collectors.joining(", "));
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
