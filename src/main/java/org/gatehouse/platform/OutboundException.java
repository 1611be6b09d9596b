package org.gatehouse.platform;

/** No answer came from another server. The message names the server at most, never what was sent. */
public class OutboundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutboundException(String message) {
        super(message);
    }

    OutboundException(String message, Throwable cause) {
        super(message, cause);
    }
}
