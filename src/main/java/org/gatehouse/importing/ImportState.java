package org.gatehouse.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Where an import stands. */
@Entity
@Table(name = "gatehouse_import")
class ImportState {

    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String FAILED = "failed";

    @Id
    private String id;

    private String source;

    private String state;

    private String problem;

    private String owner;

    @Column(name = "leased_until")
    private Instant leasedUntil;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected ImportState() {
    }

    ImportState(String id, String source, String owner, Instant leasedUntil, Instant now) {
        this.id = id;
        this.source = source;
        this.state = RUNNING;
        this.owner = owner;
        this.leasedUntil = leasedUntil;
        this.startedAt = now;
    }

    boolean isFinished() {
        return FINISHED.equals(state);
    }
}
