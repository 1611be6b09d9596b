package org.gatehouse.permissions;

/** Who has a role. This room knows no users, so the room that does implements it. */
public interface RoleMembers {

    long count(Role role);

    /** Gives all who have one role another, within the caller's transaction. */
    void move(Role from, Role to);
}
