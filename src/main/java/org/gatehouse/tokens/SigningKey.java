package org.gatehouse.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored key that signs access tokens: a JSON Web Key (RFC 7517), encrypted. */
@Entity
@Table(name = "gatehouse_signing_key")
class SigningKey {

    @Id
    private String kid;

    private String algorithm;

    @Column(name = "encrypted_jwk")
    private String encryptedJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {
    }

    SigningKey(String kid, String algorithm, String encryptedJwk, Instant createdAt) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.encryptedJwk = encryptedJwk;
        this.createdAt = createdAt;
    }

    String kid() {
        return kid;
    }

    String encryptedJwk() {
        return encryptedJwk;
    }
}
