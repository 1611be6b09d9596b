package org.gatehouse.tokens;

import java.util.Set;

/**
 * Whom an access token is about.
 *
 * @param id       the number clients of the HTTP API know (claim {@code id})
 * @param subject  the lasting identifier (claim {@code sub})
 * @param username the name to show (claim {@code upn})
 * @param groups   the types of the roles, for {@code @RolesAllowed} in other applications (claim {@code groups})
 * @param version  the token ends when its subject's version has grown beyond this (claim {@code ver})
 */
public record TokenSubject(long id, String subject, String username, Set<String> groups, long version) {
}
