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

    long id() {
        return id;
    }

    /** The name by which other applications know the role, such as {@code authenticated}. */
    public String type() {
        return type;
    }

    /** Grows with every change of the role's permissions. */
    long version() {
        return version;
    }
}
