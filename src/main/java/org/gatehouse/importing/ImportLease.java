package org.gatehouse.importing;

/** The right of one run to work on an import, as long as it is renewed. */
record ImportLease(String importId, String owner) {

    /** The lease has run out and another node has taken it. */
    static final class Lost extends RuntimeException {
    }
}
