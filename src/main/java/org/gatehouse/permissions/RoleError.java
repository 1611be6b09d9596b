package org.gatehouse.permissions;

import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** Why a request about a role is refused, in the words of the HTTP contract. */
enum RoleError implements ErrorCode {
    NOT_FOUND(ErrorName.NOT_FOUND, "Role not found"),
    EMPTY_BODY(ErrorName.VALIDATION, "Request body cannot be empty"),
    PUBLIC_STAYS(ErrorName.APPLICATION, "Cannot delete public role");

    private final ErrorName errorName;
    private final String message;

    RoleError(ErrorName errorName, String message) {
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
