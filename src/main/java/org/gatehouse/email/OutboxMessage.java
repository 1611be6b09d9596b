package org.gatehouse.email;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A mail that has not left yet. */
@Entity
@Table(name = "gatehouse_outbox_message")
class OutboxMessage {

    @Id
    private String id;

    @Column(name = "encrypted_body")
    private String encryptedBody;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private int attempts;

    @Column(name = "given_up")
    private boolean givenUp;

    @Column(name = "last_error")
    private String lastError;

    protected OutboxMessage() {
    }

    OutboxMessage(String id, String encryptedBody, Instant now) {
        this.id = id;
        this.encryptedBody = encryptedBody;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    String id() {
        return id;
    }

    String encryptedBody() {
        return encryptedBody;
    }

    Instant createdAt() {
        return createdAt;
    }

    int attempts() {
        return attempts;
    }
}
