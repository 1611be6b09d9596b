package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored {@link TokenKey}. */
@Entity
@Table(name = "gatehouse_signing_key")
class SigningKey {

    @Id
    private String kid;

    private String algorithm;

    @Column(name = "encrypted_jwk")
    private String encryptedJwk;

    /** Unique, so that of several nodes that replace a key at once one succeeds. */
    private String replaces;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "activates_at")
    private Instant activatesAt;

    @Column(name = "tokens_until")
    private Instant tokensUntil;

    protected SigningKey() {
    }

    SigningKey(TokenKey key, String encryptedJwk, String replaces, Instant now) {
        this.kid = key.kid();
        this.algorithm = key.algorithm().name();
        this.encryptedJwk = encryptedJwk;
        this.replaces = replaces;
        this.createdAt = now;
        this.activatesAt = key.activatesAt();
        this.tokensUntil = key.tokensUntil();
    }

    String kid() {
        return kid;
    }

    String encryptedJwk() {
        return encryptedJwk;
    }

    Instant activatesAt() {
        return activatesAt;
    }

    Instant tokensUntil() {
        return tokensUntil;
    }
}
