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
import java.util.Objects;
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

    @Column(name = "email_proven")
    private boolean emailProven;

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

    /** A person whom a provider knows; there is no password. */
    static User of(ExternalIdentity identity, String username, Role role, String attributes, Instant now) {
        var user = new User(username, identity.emailOrPlaceholder(), null,
                identity.email().isEmpty() || identity.provesEmail(), role, attributes, now);
        user.provider = identity.provider();
        user.emailProven = identity.provesEmail();
        return user;
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

    /**
     * Whether the person has been seen to have the address, by a mail or by the word of a provider. {@link
     * #isConfirmed} may be true without, where nobody is asked to confirm.
     */
    boolean hasProvenEmail() {
        return emailProven;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    /** Whether the person may use a token at all, where the address must be confirmed or need not. */
    boolean mayAct(boolean mustBeConfirmed) {
        return !blocked && (confirmed || !mustBeConfirmed);
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

    /** The person has been seen to have the address. */
    void confirm(Instant now) {
        confirmed = true;
        emailProven = true;
        updatedAt = now;
    }

    /** The same, where nobody asked; whether it counts as confirmed stays with the administrator. */
    void proveEmail() {
        emailProven = true;
    }

    void rename(String newUsername, String newEmail) {
        emailProven = emailProven && Objects.equals(email, newEmail);
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

    /** What the person logs in through from now on, as far as others are told. */
    void setProvider(String newProvider) {
        provider = newProvider;
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
