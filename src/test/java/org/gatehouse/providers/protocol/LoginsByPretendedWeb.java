package org.gatehouse.providers.protocol;

import java.time.Clock;
import org.gatehouse.platform.OutboundHttp;

/** Logins without a container. */
public final class LoginsByPretendedWeb {

    private LoginsByPretendedWeb() {
    }

    public static ProviderLogins over(OutboundHttp web) {
        var clock = Clock.systemUTC();
        var calls = new ProviderCalls(web);
        var discovery = new Discovery(calls, clock);
        var tokens = new TokenEndpoint(calls, clock);
        var idTokens = new IdTokens(calls, clock);
        var profiles = new Profiles(calls, discovery, clock);
        return new ProviderLogins(new ProviderClients(calls, discovery, tokens, idTokens, profiles),
                new ForeignTokens(calls, discovery, idTokens, profiles), new Refreshing(discovery, tokens, idTokens));
    }
}
