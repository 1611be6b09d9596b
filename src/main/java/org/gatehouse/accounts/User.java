package org.gatehouse.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.email.Recipient;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.DocumentId;

/** A person with an account. */
@Entity
@Table(name = "gatehouse_user")
class User {

    /** The provider of people who log in here with a password. */
    static final String LOCAL = "local";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "document_id")
    private String documentId;

    private String username;

    private String email;

    private String provider;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean confirmed;

    private boolean blocked;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "role_id")
    private Role role;

    @Column(name = "token_version")
    private long tokenVersion;

    private String attributes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected User() {
    }

    /** A person who has just registered here. */
    User(String username, String email, String passwordHash, boolean confirmed, Role role, String attributes,
            Instant now) {
        this.documentId = DocumentId.random();
        this.username = username;
        this.email = email;
        this.provider = LOCAL;
        this.passwordHash = passwordHash;
        this.confirmed = confirmed;
        this.role = role;
        this.attributes = attributes;
        this.createdAt = now;
        this.updatedAt = now;
        this.publishedAt = now;
    }

    long id() {
        return id;
    }

    /** How codes and sessions name this user. */
    String subject() {
        return Long.toString(id);
    }

    String documentId() {
        return documentId;
    }

    String username() {
        return username;
    }

    /** Absent for people whose provider told none. */
    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    String provider() {
        return provider;
    }

    boolean isLocal() {
        return LOCAL.equals(provider);
    }

    /** Absent for people who have no password here. */
    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean isConfirmed() {
        return confirmed;
    }

    boolean isBlocked() {
        return blocked;
    }

    /** Absent for people from whom it was taken; they may do nothing. */
    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    long tokenVersion() {
        return tokenVersion;
    }

    /** A JSON object of the operator's own attributes. */
    Optional<String> attributes() {
        return Optional.ofNullable(attributes);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    void confirm(Instant now) {
        confirmed = true;
        updatedAt = now;
    }

    void rename(String newUsername, String newEmail) {
        username = newUsername;
        email = newEmail;
    }

    void setConfirmed(boolean isConfirmed) {
        confirmed = isConfirmed;
    }

    /** Blocking ends every token issued before, so that they do not come back with the account. */
    void setBlocked(boolean isBlocked) {
        tokenVersion += isBlocked && !blocked ? 1 : 0;
        blocked = isBlocked;
    }

    void setRole(Role newRole) {
        role = newRole;
    }

    void setAttributes(String json) {
        attributes = json;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    /** Sets another password, which ends every token issued before. */
    void changePassword(String hash, Instant now) {
        passwordHash = hash;
        tokenVersion++;
        updatedAt = now;
    }

    /** Stores the same password under another hash; nothing ends by it. */
    void rehashPassword(String hash) {
        passwordHash = hash;
    }

    /** Where to write to; only for people with an address. */
    Recipient recipient() {
        return new Recipient(email, username);
    }
}
