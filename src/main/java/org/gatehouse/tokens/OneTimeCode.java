package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code that was handed out and not used yet; the code itself is not here. */
@Entity
@Table(name = "gatehouse_one_time_code")
class OneTimeCode {

    @Id
    private String hash;

    private String purpose;

    private String subject;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OneTimeCode() {
    }

    OneTimeCode(String hash, String purpose, String subject, Instant expiresAt) {
        this.hash = hash;
        this.purpose = purpose;
        this.subject = subject;
        this.expiresAt = expiresAt;
    }
}
