package org.gatehouse.systems;

import java.nio.file.Path;

/** A server that was started is not ready; the process has been ended. */
public final class ServerDidNotStart extends IllegalStateException {

    private final String reason;

    ServerDidNotStart(String reason, Path log, String tail) {
        super(reason + "\nThe end of " + log + ":\n" + tail);
        this.reason = reason;
    }

    /** One sentence, for people. */
    public String reason() {
        return reason;
    }
}
