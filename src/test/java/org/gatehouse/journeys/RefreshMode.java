package org.gatehouse.journeys;

import java.util.Map;

/** The shared server as it is for the tests of sessions. */
final class RefreshMode {

    static final String MANAGEMENT = "gatehouse.jwt.management";

    private RefreshMode() {
    }

    static ChangedSettings on() {
        return ChangedSettings.forAll(Map.of(MANAGEMENT, "refresh"));
    }
}
