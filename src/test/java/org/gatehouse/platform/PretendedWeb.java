package org.gatehouse.platform;

import java.time.Clock;
import java.util.function.Function;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The web as a test makes it up: every address is answered in this process, whatever its host is. */
public final class PretendedWeb extends OutboundHttp {

    private final Function<OutboundRequest, OutboundResponse> servers;

    public PretendedWeb(Function<OutboundRequest, OutboundResponse> servers) {
        super(new Settings(), Clock.systemUTC(), SystemDefaultDnsResolver.INSTANCE);
        this.servers = servers;
    }

    @Override
    public OutboundResponse send(String name, OutboundRequest request) {
        return servers.apply(request);
    }
}
