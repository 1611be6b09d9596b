package org.gatehouse.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** Somebody at a provider, who is the owner of an account here. The provider's issuer and subject never change. */
@Entity
@Table(name = "gatehouse_identity")
class Identity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    private String provider;
    private String issuer;
    private String subject;
    private String label;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "last_login_at")
    private Instant lastLoginAt;
    @Column(name = "encrypted_tokens")
    private String encryptedTokens;

    protected Identity() {
    }

    Identity(long userId, ExternalIdentity external, Instant now) {
        this.userId = userId;
        this.provider = external.provider();
        this.issuer = external.issuer();
        this.subject = external.subject();
        this.createdAt = now;
        used(external, now);
    }

    long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    String provider() {
        return provider;
    }

    /** By what its owner recognises it: the name or the address that the provider told last. */
    Optional<String> label() {
        return Optional.ofNullable(label);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastLoginAt() {
        return lastLoginAt;
    }

    /** The provider's tokens, as {@link IdentityTokens} encrypted them; empty where they are not kept. */
    Optional<String> encryptedTokens() {
        return Optional.ofNullable(encryptedTokens);
    }

    void keep(String encrypted) {
        encryptedTokens = encrypted;
    }

    /** What binds secrets to this identity. */
    String context() {
        return "tokens of " + provider + " " + issuer + " " + subject;
    }

    /** Its owner has just come from the provider. */
    void used(ExternalIdentity external, Instant now) {
        label = external.label().orElse(null);
        lastLoginAt = now;
    }
}
