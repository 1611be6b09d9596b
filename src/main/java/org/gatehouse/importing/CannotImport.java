package org.gatehouse.importing;

/** The source is not there, or not what it should be. The message says so to the operator. */
class CannotImport extends RuntimeException {

    CannotImport(String message) {
        super(message);
    }

    CannotImport(String message, Throwable cause) {
        super(message, cause);
    }
}
