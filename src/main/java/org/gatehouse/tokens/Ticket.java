package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A ticket that was handed out and not used yet: its SHA-256, and what whoever has it gets, encrypted. */
@Entity
@Table(name = "gatehouse_ticket")
class Ticket {

    @Id
    private String hash;
    private String audience;
    @Column(name = "encrypted_content")
    private String encryptedContent;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Ticket() {
    }

    Ticket(String hash, String audience, String encryptedContent, Instant expiresAt) {
        this.hash = hash;
        this.audience = audience;
        this.encryptedContent = encryptedContent;
        this.expiresAt = expiresAt;
    }
}
