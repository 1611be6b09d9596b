package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
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

    private final Settings settings;
    private final AtomicBoolean warned = new AtomicBoolean();

    @Inject
    ClientAddress(Settings settings) {
        this.settings = settings;
    }

    String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var forwarded = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)));
        if (forwarded.isBlank()) {
            return address;
        }
        var proxies = settings.get(PlatformSettings.PROXIES);
        if (proxies.stream().noneMatch(proxy -> proxy.contains(request.getRemoteAddr()))) {
            warnOnce(address);
            return address;
        }
        var hops = Arrays.stream(forwarded.split(",")).map(String::strip).filter(hop -> !hop.isEmpty()).toList();
        for (var i = hops.size() - 1; i >= 0; i--) {
            var hop = hops.get(i);
            if (!AddressRange.isAddress(hop)) {
                return address;
            }
            address = hop;
            if (proxies.stream().noneMatch(proxy -> proxy.contains(hop))) {
                return address;
            }
        }
        return address;
    }

    private void warnOnce(String proxy) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "{0} sends X-Forwarded-For but is not listed in {1}, so its own address counts as the"
                    + " client''s. If it is your reverse proxy, list it.", proxy, PlatformSettings.PROXIES.name());
        }
    }
}
