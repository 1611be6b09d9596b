package org.gatehouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored {@link Fact}, with the time and the request it belongs to. */
@Entity
@Table(name = "gatehouse_audit_event")
class AuditEvent {

    private static final int LONGEST_ADDRESS = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String action;

    private String outcome;

    private String subject;

    private String address;

    @Column(name = "request_id")
    private String requestId;

    protected AuditEvent() {
    }

    AuditEvent(Fact fact, Instant happenedAt, String address, String requestId) {
        this.action = fact.action();
        this.outcome = fact.outcome();
        this.subject = fact.subject();
        this.happenedAt = happenedAt;
        this.address = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
        this.requestId = requestId;
    }
}
