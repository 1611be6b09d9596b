package org.gatehouse.tokens;

/**
 * What a one-time code is good for; a code of one purpose is worth nothing for another.
 *
 * @param name  how the purpose is stored
 * @param bytes how many random bytes the code has; it is written with two hexadecimal digits for each
 */
public record CodePurpose(String name, int bytes) {
}
