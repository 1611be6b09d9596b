package org.gatehouse.email;

/**
 * Whom a mail is for.
 *
 * @param email    the address
 * @param username the name to greet them by
 */
public record Recipient(String email, String username) {
}
