package org.gatehouse.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;

/**
 * Refuses a request. What the caller is told and what is logged are different things: the public part is the error
 * name, message and details; a cause, where there is one, only ever reaches the log.
 */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ErrorName name;
    private final transient JsonObject details;
    private final transient Duration retryAfter;

    public ApiException(ErrorCode code) {
        this(code.errorName(), code.message(), JsonValue.EMPTY_JSON_OBJECT, null, null);
    }

    /** A refusal with a message of its own, for the contract's messages that name what they refuse. */
    public ApiException(ErrorName name, String message, JsonObject details) {
        this(name, message, details, null, null);
    }

    private ApiException(ErrorName name, String message, JsonObject details, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.name = name;
        this.details = details;
        this.retryAfter = retryAfter;
    }

    /** A refusal that is worth trying again after the given time; it is told in {@code Retry-After}. */
    public static ApiException retryAfter(ErrorCode code, Duration time) {
        return new ApiException(code.errorName(), code.message(), JsonValue.EMPTY_JSON_OBJECT, time, null);
    }

    /** The same refusal with the cause to be logged. */
    public static ApiException causedBy(ErrorCode code, Throwable cause) {
        return new ApiException(code.errorName(), code.message(), JsonValue.EMPTY_JSON_OBJECT, null, cause);
    }

    ErrorName name() {
        return name;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The contract's envelope: {@code {"data":null,"error":{status,name,message,details}}}. */
    JsonObject envelope() {
        return envelope(name.status());
    }

    /** The envelope with a status that the server has chosen. */
    JsonObject envelope(int status) {
        var error = JsonValues.object()
                .add("status", status)
                .add("name", name.wireName())
                .add("message", getMessage());
        if (name.withDetails()) {
            error.add("details", details);
        }
        return JsonValues.object().addNull("data").add("error", error).build();
    }
}
