package org.gatehouse.tokens;

import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** What can be refused about tokens. */
enum TokenError implements ErrorCode {
    OPERATORS_KEY(ErrorName.APPLICATION, "The signing key is the operator's own; it is replaced with"
            + " gatehouse.jwt.key.files");

    private final ErrorName errorName;
    private final String message;

    TokenError(ErrorName errorName, String message) {
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
