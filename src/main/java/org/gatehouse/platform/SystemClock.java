package org.gatehouse.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock of the application, so that tests can move time instead of waiting for it. */
@Singleton
class SystemClock {

    /** In milliseconds, as all times are stored and shown. */
    @Produces
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
}
