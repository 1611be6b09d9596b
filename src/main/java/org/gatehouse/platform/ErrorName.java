package org.gatehouse.platform;

import java.util.Arrays;

/** The names of the error envelope and the HTTP status each of them stands for. */
public enum ErrorName {
    VALIDATION("ValidationError", 400),
    APPLICATION("ApplicationError", 400),
    BAD_REQUEST("BadRequestError", 400),
    SYNTAX("SyntaxError", 400, false),
    UNAUTHORIZED("UnauthorizedError", 401),
    FORBIDDEN("ForbiddenError", 403),
    NOT_FOUND("NotFoundError", 404),
    PAYLOAD_TOO_LARGE("PayloadTooLargeError", 413, false),
    UNSUPPORTED_MEDIA_TYPE("Error", 415, false),
    RATE_LIMIT("RateLimitError", 429),
    INTERNAL("InternalServerError", 500, false),
    UNAVAILABLE("ServiceUnavailableError", 503);

    private final String wireName;
    private final int status;
    private final boolean withDetails;

    ErrorName(String wireName, int status) {
        this(wireName, status, true);
    }

    ErrorName(String wireName, int status, boolean withDetails) {
        this.wireName = wireName;
        this.status = status;
        this.withDetails = withDetails;
    }

    /** The name that fits a status which the server itself has chosen. */
    static ErrorName ofStatus(int status) {
        return Arrays.stream(values()).filter(name -> name.status == status && name != VALIDATION && name != APPLICATION)
                .findFirst().orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }

    String wireName() {
        return wireName;
    }

    int status() {
        return status;
    }

    /** Whether the envelope carries {@code details}; errors of the body parser and of the server itself do not. */
    boolean withDetails() {
        return withDetails;
    }
}
