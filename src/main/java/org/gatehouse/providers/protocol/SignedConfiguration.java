package org.gatehouse.providers.protocol;

import com.github.scribejava.core.oauth.OAuthService;
import org.pac4j.core.client.IndirectClient;
import org.pac4j.core.context.WebContext;
import org.pac4j.oauth.config.OAuth10Configuration;

/** Makes pac4j sign with our {@link SignedRequests} and call through our way out, for which it has no setting. */
final class SignedConfiguration extends OAuth10Configuration {

    private final ConfiguredProvider provider;
    private final OutboundScribe http;

    SignedConfiguration(ConfiguredProvider provider, OutboundScribe http) {
        this.provider = provider;
        this.http = http;
    }

    @Override
    public OAuthService buildService(WebContext context, IndirectClient client) {
        return requests((Browser) context);
    }

    SignedRequests requests(Browser browser) {
        return new SignedRequests(provider, browser.redirectUri(), http);
    }
}
