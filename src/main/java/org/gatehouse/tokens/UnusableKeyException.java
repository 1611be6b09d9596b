package org.gatehouse.tokens;

/** A key of the operator's that cannot sign tokens. The message finishes a sentence that begins with its file. */
class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
