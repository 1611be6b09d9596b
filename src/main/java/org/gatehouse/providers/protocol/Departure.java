package org.gatehouse.providers.protocol;

import java.net.URI;

/** Where the browser goes to log in, and what must be kept until it returns. */
public record Departure(URI location, AttemptSecrets secrets) {

    /** The location holds the state. */
    @Override
    public String toString() {
        return "Departure[]";
    }
}
