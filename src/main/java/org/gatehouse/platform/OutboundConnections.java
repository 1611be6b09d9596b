package org.gatehouse.platform;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The connections of {@link OutboundHttp}, kept open for a while for whoever calls the same server next. */
final class OutboundConnections {

    private static final int MOST = 256;
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);
    /** Servers close idle connections without a word; a login must not fail for that, and is not repeated. */
    private static final TimeValue TRUSTED_WHEN_IDLE = TimeValue.ZERO_MILLISECONDS;

    private final Settings settings;
    private final CloseableHttpClient client;

    OutboundConnections(Settings settings, Destinations destinations) {
        this.settings = settings;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(destinations).setMaxConnTotal(MOST).setMaxConnPerRoute(MOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setTimeToLive(LONGEST_LIFE).setValidateAfterInactivity(TRUSTED_WHEN_IDLE).build())
                .build();
        this.client = HttpClients.custom().setConnectionManager(connections).setRoutePlanner(new ByProxy())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .disableContentCompression().build();
    }

    OutboundExchange prepare(OutboundRequest request) {
        var prepared = new HttpUriRequestBase(request.method(), request.url());
        prepared.setConfig(limits());
        prepared.setHeader("User-Agent", userAgent());
        request.headers().forEach(prepared::setHeader);
        if (request.body() != null) {
            // the content type is among the headers
            prepared.setEntity(new StringEntity(request.body(), null, "UTF-8", false));
        }
        return new OutboundExchange(client, prepared, settings.get(OutboundSettings.MAX_ANSWER));
    }

    /** Each step is bounded besides the whole, so that the threads of calls that were given up end as well. */
    @SuppressWarnings("deprecation") // the timeout of a pool's connections cannot change with the setting
    private RequestConfig limits() {
        var timeout = Timeout.of(settings.get(OutboundSettings.TIMEOUT));
        return RequestConfig.custom().setConnectTimeout(timeout).setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout).build();
    }

    /** Says whom to ask; some servers turn away those who do not. */
    private String userAgent() {
        return settings.get(PlatformSettings.URL).map(URI::toString).map(url -> "Gatehouse (+" + url + ")")
                .orElse("Gatehouse");
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Goes through the proxy that is configured at the time. */
    private final class ByProxy extends DefaultRoutePlanner {

        ByProxy() {
            super(null);
        }

        @Override
        protected HttpHost determineProxy(HttpHost target, HttpContext context) {
            return settings.get(OutboundSettings.PROXY).map(HttpHost::create).orElse(null);
        }
    }
}
