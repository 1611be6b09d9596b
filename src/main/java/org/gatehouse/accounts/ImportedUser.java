package org.gatehouse.accounts;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.permissions.Role;

/**
 * Somebody who has an account elsewhere, as that place tells it.
 *
 * @param sourceId     what that place calls them
 * @param documentId   their lasting identifier; kept if it is free and of our form
 * @param provider     where they log in; with a password here if absent
 * @param passwordHash kept as it is if it is a bcrypt hash
 * @param role         absent for people who may do nothing
 * @param attributes   finds further values by name; those that the operator declared are kept
 */
public record ImportedUser(long sourceId, Optional<String> documentId, String username, Optional<String> email,
        Optional<String> provider, Optional<String> passwordHash, boolean confirmed, boolean blocked,
        Optional<Role> role, Function<String, Optional<JsonValue>> attributes, Instant createdAt, Instant updatedAt) {

    /** Never prints the password's hash. */
    @Override
    public String toString() {
        return "ImportedUser " + sourceId;
    }
}
