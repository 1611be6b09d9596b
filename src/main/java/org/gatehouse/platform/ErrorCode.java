package org.gatehouse.platform;

/**
 * One way in which a request can be refused. Each room lists its own in one enum, so that everything a client can meet
 * stands on a page. The names and messages are part of the HTTP contract.
 */
public interface ErrorCode {

    /** The error's class on the wire, which also decides the HTTP status. */
    ErrorName errorName();

    /** What the caller is told; never contains anything the caller may not know. */
    String message();

    /** The exception that refuses a request with this code. */
    default ApiException exception() {
        return new ApiException(this);
    }
}
