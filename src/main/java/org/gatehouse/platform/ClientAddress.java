package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the address a request really comes from. {@code X-Forwarded-For} is written by whoever likes to, so it counts
 * only as far as configured proxies vouch for it: read from the right, the first address that is no such proxy is the
 * client's.
 */
@Singleton
public class ClientAddress {

    private static final Logger LOG = System.getLogger(ClientAddress.class.getName());
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** Stands for a peer without an IP address, such as a local socket. */
    private static final String UNKNOWN = "0.0.0.0";

    private final Settings settings;
    private final AtomicBoolean warned = new AtomicBoolean();

    @Inject
    ClientAddress(Settings settings) {
        this.settings = settings;
    }

    /** In the one way to write it, so that it can be compared. */
    String of(HttpServletRequest request) {
        var peer = AddressRange.canonical(request.getRemoteAddr()).orElse(UNKNOWN);
        var forwarded = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)));
        if (forwarded.isBlank()) {
            return peer;
        }
        if (!isProxy(peer)) {
            warnOnce(peer);
            return peer;
        }
        return firstThatIsNoProxy(peer, forwarded.split(","));
    }

    private String firstThatIsNoProxy(String peer, String[] hops) {
        var address = peer;
        for (var i = hops.length - 1; i >= 0 && isProxy(address); i--) {
            var hop = AddressRange.canonical(hops[i].strip());
            if (hop.isEmpty()) {
                return address;
            }
            address = hop.get();
        }
        return address;
    }

    private boolean isProxy(String address) {
        return settings.get(PlatformSettings.PROXIES).stream().anyMatch(proxy -> proxy.contains(address));
    }

    private void warnOnce(String proxy) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "{0} sends X-Forwarded-For but is not listed in {1}, so its own address counts as the"
                    + " client''s. If it is your reverse proxy, list it.", proxy, PlatformSettings.PROXIES.name());
        }
    }
}
