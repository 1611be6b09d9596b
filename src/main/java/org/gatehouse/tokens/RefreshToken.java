package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A refresh token that was handed out for a session: only its SHA-256, and when it was exchanged for the next one. */
@Entity
@Table(name = "gatehouse_refresh_token")
class RefreshToken {

    @Id
    private String hash;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RefreshToken() {
    }

    RefreshToken(String hash, String sessionId) {
        this.hash = hash;
        this.sessionId = sessionId;
    }

    String hash() {
        return hash;
    }

    String sessionId() {
        return sessionId;
    }

    Instant usedAt() {
        return usedAt;
    }
}
