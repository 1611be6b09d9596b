package org.gatehouse.permissions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A named set of permissions that users have. */
@Entity
@Table(name = "gatehouse_role")
public class Role {

    /** The type of the role that everybody has who is not signed in. */
    static final String PUBLIC = "public";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "document_id")
    private String documentId;

    private String name;

    private String description;

    private String type;

    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Role() {
    }

    Role(String documentId, String name, String description, String type, Instant now) {
        this.documentId = documentId;
        this.type = type;
        this.createdAt = now;
        describe(name, description, now);
    }

    public long id() {
        return id;
    }

    String documentId() {
        return documentId;
    }

    String name() {
        return name;
    }

    String description() {
        return description == null ? "" : description;
    }

    /** The name by which other applications know the role, such as {@code authenticated}. */
    public String type() {
        return type;
    }

    boolean isPublic() {
        return PUBLIC.equals(type);
    }

    /** Grows with every change of the role's permissions. */
    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    void describe(String newName, String newDescription, Instant now) {
        name = newName;
        description = newDescription;
        updatedAt = now;
    }

    /** To be called with every change of the permissions. */
    void permissionsChanged() {
        version++;
    }
}
