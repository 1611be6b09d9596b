package org.gatehouse.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.StrapiExport;

/** One import from Strapi, as its operator sees it. */
record Import(Gatehouse gatehouse, String id) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Import anyInto(Gatehouse gatehouse) {
        return new Import(gatehouse, "import-" + UUID.randomUUID());
    }

    Path write(StrapiExport export) {
        return export.writeTo(Project.directory("exports").resolve(id + ".tar.gz"));
    }

    Map<String, String> ofFile(Path file) {
        return Map.of("gatehouse.import.id", id, "gatehouse.import.file", file.toString());
    }

    Map<String, String> ofDatasource(String name) {
        return Map.of("gatehouse.import.id", id, "gatehouse.import.datasource", name);
    }

    /** Waits for its end, and answers {@code finished} or {@code failed}. */
    String ended() {
        return Await.present("the end of " + id, PATIENCE, () -> state().filter(state -> !state.equals("running")));
    }

    Optional<String> state() {
        return Optional.ofNullable(gatehouse.database().queryForString(
                "select state from gatehouse_import where id = ?", id));
    }

    String problem() {
        return gatehouse.database().queryForString("select problem from gatehouse_import where id = ?", id);
    }

    String outcome(String kind, long sourceId) {
        return column("outcome", kind, sourceId);
    }

    String detail(String kind, long sourceId) {
        return column("detail", kind, sourceId);
    }

    long users(String outcome) {
        return gatehouse.database().queryForLong("select count(*) from gatehouse_import_row"
                + " where import_id = ? and kind = 'user' and outcome = ?", id, outcome);
    }

    private String column(String column, String kind, long sourceId) {
        return gatehouse.database().queryForString("select " + column + " from gatehouse_import_row"
                + " where import_id = ? and kind = ? and source_id = ?", id, kind, sourceId);
    }
}
