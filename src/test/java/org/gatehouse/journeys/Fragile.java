package org.gatehouse.journeys;

import java.util.Map;
import org.gatehouse.systems.Gatehouse;

/** A server with a database and a mail server that tests may take away from it, as long as they give them back. */
final class Fragile {

    private static final Gatehouse SERVER = Gatehouse.start(Map.of(
            "gatehouse.mail.retry-after", "1s",
            "gatehouse.mail.attempt-timeout", "5s")); // a power cut may come in the middle of an attempt

    private Fragile() {
    }

    static Gatehouse server() {
        return SERVER;
    }
}
