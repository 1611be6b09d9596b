package org.gatehouse.hostile;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.systems.Gatehouse;

/** A server with its rate limit on, behind a proxy: so each test can come from an address of its own. */
final class Guarded {

    static final int LIMIT = 10;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private Guarded() {
    }

    static Gatehouse gatehouse() {
        return Started.GATEHOUSE;
    }

    /** A header that makes the next request come from an address nobody had before. */
    static String newAddress() {
        var number = ADDRESSES.incrementAndGet();
        return "X-Forwarded-For: 198.18." + number / 250 + "." + (1 + number % 250);
    }

    /** Started when a test first asks for it. */
    private static final class Started {

        private static final Gatehouse GATEHOUSE = Gatehouse.start(Map.of("gatehouse.ratelimit.enabled", "true",
                "gatehouse.ratelimit.max", String.valueOf(LIMIT), "gatehouse.ratelimit.interval", "10m",
                "gatehouse.proxies", "127.0.0.1,::1", "gatehouse.register.allowed-fields", "nickname",
                "gatehouse.user.attributes", "nickname:string"));
    }
}
