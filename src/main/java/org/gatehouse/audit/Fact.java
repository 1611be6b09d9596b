package org.gatehouse.audit;

/**
 * One thing that happened.
 *
 * @param action  what was done, such as {@code login}
 * @param outcome how it ended, such as {@code success} or the reason of a refusal
 * @param subject whose account it concerns, by its lasting identifier; null where there is none
 */
public record Fact(String action, String outcome, String subject) {

    public static final String SUCCESS = "success";

    public static Fact success(String action, String subject) {
        return new Fact(action, SUCCESS, subject);
    }
}
