package org.gatehouse.platform;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the way out for tests of other rooms: to this machine, by http. */
public final class OutboundCalls {

    private OutboundCalls() {
    }

    public static OutboundHttp onThisMachine(Clock clock) {
        var values = new HashMap<>(Map.of("gatehouse.mode", "development", "gatehouse.http.timeout", "20s",
                "gatehouse.http.max-answer", "65536", "gatehouse.http.max-parallel", "8"));
        var settings = new Settings();
        settings.replaceWith(1, name -> Optional.ofNullable(values.get(name)));
        return new OutboundHttp(settings, clock);
    }
}
