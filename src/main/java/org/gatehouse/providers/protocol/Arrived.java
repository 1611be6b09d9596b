package org.gatehouse.providers.protocol;

import org.pac4j.core.profile.CommonProfile;

/** An {@link Arrival} as pac4j's clients hand it over. */
final class Arrived extends CommonProfile {

    private static final long serialVersionUID = 1;

    private final transient Arrival arrival;

    Arrived(Arrival arrival) {
        this.arrival = arrival;
    }

    Arrival arrival() {
        return arrival;
    }

    @Override
    public String toString() {
        return "Arrived[]";
    }
}
