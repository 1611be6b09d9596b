package org.gatehouse.accounts;

import jakarta.json.JsonValue;
import java.util.Locale;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** What can be wrong with a request about an account, in the words of the HTTP contract. */
enum AccountError implements ErrorCode {
    PROVIDER_DISABLED(ErrorName.APPLICATION, "This provider is disabled"),
    INVALID_LOGIN(ErrorName.VALIDATION, "Invalid identifier or password"),
    NOT_CONFIRMED(ErrorName.APPLICATION, "Your account email is not confirmed"),
    BLOCKED(ErrorName.APPLICATION, "Your account has been blocked by an administrator"),
    REGISTER_DISABLED(ErrorName.APPLICATION, "Register action is currently disabled"),
    NO_DEFAULT_ROLE(ErrorName.APPLICATION, "Impossible to find the default role"),
    TAKEN(ErrorName.APPLICATION, "Email or Username are already taken"),
    INCORRECT_CODE(ErrorName.VALIDATION, "Incorrect code provided"),
    INVALID_CONFIRMATION(ErrorName.VALIDATION, "Invalid token"),
    ALREADY_CONFIRMED(ErrorName.APPLICATION, "Already confirmed"),
    USER_BLOCKED(ErrorName.APPLICATION, "User blocked"),
    NOT_SIGNED_IN(ErrorName.APPLICATION, "You must be authenticated to reset your password"),
    WRONG_CURRENT_PASSWORD(ErrorName.VALIDATION, "The provided current password is invalid"),
    SAME_PASSWORD(ErrorName.VALIDATION, "Your new password must be different than your current password"),
    NOT_UNIQUE(ErrorName.APPLICATION, "This attribute must be unique"),
    USERNAME_TAKEN(ErrorName.APPLICATION, "Username already taken"),
    EMAIL_TAKEN(ErrorName.APPLICATION, "Email already taken"),
    NO_SUCH_ROLE(ErrorName.APPLICATION,
            "1 relation(s) of type plugin::users-permissions.role associated with this entity do not exist"),
    CANNOT_REMOVE_ROLE(ErrorName.VALIDATION, "Cannot remove role"),
    NO_PASSWORD(ErrorName.VALIDATION, "password.notNull"),
    USER_NOT_FOUND(ErrorName.NOT_FOUND, "User not found"),
    MISSING_REFRESH_TOKEN(ErrorName.BAD_REQUEST, "Missing refresh token"),
    INVALID_REFRESH_TOKEN(ErrorName.UNAUTHORIZED, "Invalid refresh token"),
    SESSION_NOT_FOUND(ErrorName.NOT_FOUND, "Session not found"),
    UNAUTHORIZED(ErrorName.UNAUTHORIZED, "Unauthorized"),
    NO_CLAIMS(ErrorName.UNAVAILABLE, "Signing in is not possible at this moment, please try again later."),
    REGISTER_NOT_AVAILABLE(ErrorName.APPLICATION, "Register action is actually not available."),
    EMAIL_IS_TAKEN(ErrorName.APPLICATION, "Email is already taken."),
    IDENTITY_NOT_FOUND(ErrorName.NOT_FOUND, "Identity not found"),
    IDENTITY_TAKEN(ErrorName.APPLICATION, "This identity belongs to another account"),
    LAST_WAY_TO_LOG_IN(ErrorName.APPLICATION, "This is the last way to log in and cannot be removed"),
    TOO_BUSY(ErrorName.UNAVAILABLE, "Too many people are logging in at this moment, please try again.");

    private final ErrorName errorName;
    private final String message;

    AccountError(ErrorName errorName, String message) {
        this.errorName = errorName;
        this.message = message;
    }

    /** Refuses what an administrator wants to store, for a reason that the rules of the field know. */
    static ApiException because(String problem) {
        return new ApiException(ErrorName.APPLICATION, problem, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** How an audit event names this refusal. */
    String outcome() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public ErrorName errorName() {
        return errorName;
    }

    @Override
    public String message() {
        return message;
    }
}
