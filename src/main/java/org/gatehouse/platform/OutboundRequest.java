package org.gatehouse.platform;

import java.net.URI;
import java.util.Map;

/**
 * A call of another server.
 *
 * @param headers sent as they are
 * @param body    sent as UTF-8 with the {@code Content-Type} among the headers; null for none
 */
public record OutboundRequest(String method, URI url, Map<String, String> headers, String body) {

    public OutboundRequest {
        headers = Map.copyOf(headers);
    }

    /** Query, headers and body may hold secrets. */
    @Override
    public String toString() {
        return "OutboundRequest[" + method + " " + url.getScheme() + "://" + url.getHost() + "]";
    }
}
