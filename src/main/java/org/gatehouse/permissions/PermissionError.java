package org.gatehouse.permissions;

import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** Why a request is refused before its resource is asked. */
public enum PermissionError implements ErrorCode {
    UNKNOWN_ACTION(ErrorName.VALIDATION, "action must name an action that is registered, such as"
            + " api::order.order.find"),
    FORBIDDEN(ErrorName.FORBIDDEN, "Forbidden"),
    INVALID_TOKEN(ErrorName.UNAUTHORIZED, "Missing or invalid credentials"),
    UNUSABLE_ACCOUNT(ErrorName.UNAUTHORIZED, "Invalid credentials");

    private final ErrorName errorName;
    private final String message;

    PermissionError(ErrorName errorName, String message) {
        this.errorName = errorName;
        this.message = message;
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
