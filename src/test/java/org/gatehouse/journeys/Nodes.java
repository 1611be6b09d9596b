package org.gatehouse.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;

/**
 * Two more nodes on the database of the shared server, which is the same Gatehouse to its clients. Other than there the
 * rate limit is on; the {@link #proxied()} node believes what the reverse proxy on this machine says, the {@link
 * #direct()} one believes nobody.
 */
final class Nodes {

    private static final List<Gatehouse> RUNNING = new CopyOnWriteArrayList<>();

    private Nodes() {
    }

    static Gatehouse direct() {
        return Direct.NODE;
    }

    static Gatehouse proxied() {
        return Proxied.NODE;
    }

    /** Waits until those that run have seen the settings that the database has now. */
    static void awaitSettings() {
        var version = Gatehouse.shared().database().queryForLong("select version from gatehouse_settings_version");
        for (var node : RUNNING) {
            Await.until("settings version " + version, Duration.ofSeconds(5), () ->
                    node.get("/api/health/ready").json().getInt("settingsVersion") >= version);
        }
    }

    private static Gatehouse start(String proxies) {
        var node = Gatehouse.shared().startBeside(Map.of(
                "gatehouse.url", Gatehouse.shared().baseUri().toString(),
                "gatehouse.ratelimit.enabled", "true",
                "gatehouse.proxies", proxies));
        RUNNING.add(node);
        return node;
    }

    private static final class Direct {

        private static final Gatehouse NODE = start("192.0.2.1");
    }

    private static final class Proxied {

        private static final Gatehouse NODE = start("127.0.0.1");
    }
}
