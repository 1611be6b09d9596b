package org.gatehouse.platform;

/** What can go wrong with any request, whatever it asks for. */
public enum PlatformError implements ErrorCode {
    BAD_REQUEST(ErrorName.BAD_REQUEST, "Bad Request"),
    NOT_FOUND(ErrorName.NOT_FOUND, "Not Found"),
    MALFORMED_JSON(ErrorName.SYNTAX, "The request body is not valid JSON"),
    NEITHER_OBJECT_NOR_ARRAY(ErrorName.SYNTAX, "invalid JSON, only supports object and array"),
    MALFORMED_FORM(ErrorName.BAD_REQUEST, "The request body is not a valid form"),
    MALFORMED_CONTENT_ENCODING(ErrorName.BAD_REQUEST, "The request body does not match its Content-Encoding"),
    UNREADABLE_TEXT(ErrorName.VALIDATION, "Text must be well-formed Unicode without NUL characters"),
    TOO_LARGE(ErrorName.PAYLOAD_TOO_LARGE, "request entity too large"),
    UNSUPPORTED_MEDIA_TYPE(ErrorName.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type"),
    TOO_MANY_REQUESTS(ErrorName.RATE_LIMIT, "Too many requests, please try again later."),
    INTERNAL(ErrorName.INTERNAL, "Internal Server Error"),
    UNAVAILABLE(ErrorName.UNAVAILABLE, "The service is temporarily unavailable, please try again later.");

    private final ErrorName errorName;
    private final String message;

    PlatformError(ErrorName errorName, String message) {
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
