package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A value that has been used: its SHA-256, kept as long as it could be tried again. */
@Entity
@Table(name = "gatehouse_used_value")
class UsedValue {

    @Id
    private String hash;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected UsedValue() {
    }

    UsedValue(String hash, Instant expiresAt) {
        this.hash = hash;
        this.expiresAt = expiresAt;
    }
}
