package org.gatehouse.tokens;

import java.util.Map;
import java.util.Set;

/**
 * Whom an access token is about.
 *
 * @param id       the number clients of the HTTP API know (claim {@code id})
 * @param subject  the lasting identifier (claim {@code sub})
 * @param username the name to show (claim {@code upn})
 * @param groups   what {@code @RolesAllowed} asks for in other applications (claim {@code groups})
 * @param version  the token ends when its subject's version has grown beyond this (claim {@code ver})
 * @param more     further claims; none of them replaces one that every token has
 */
public record TokenSubject(long id, String subject, String username, Set<String> groups, long version,
        Map<String, Object> more) {
}
