package org.gatehouse.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a token is issued to.
 *
 * @param documentId the lasting identifier, the token's {@code sub}
 * @param id         the number that clients of the HTTP API know
 * @param email      absent for people whose provider told none
 * @param roles      the types of their roles
 * @param attributes the declared attributes that have a value: texts, numbers and booleans
 */
public record TokenUser(String documentId, long id, String username, Optional<String> email, Set<String> roles,
        Map<String, Object> attributes) {
}
