package org.gatehouse.providers.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.Strategy;
import org.pac4j.core.client.IndirectClient;

/** The pac4j client of each configured provider, made once and kept while it is used. */
@Singleton
class ProviderClients {

    private final ProviderCalls calls;
    private final Discovery discovery;
    private final TokenEndpoint tokens;
    private final IdTokens idTokens;
    private final Profiles profiles;
    /** Weak keys are compared by identity, not member by member. */
    private final Cache<ConfiguredProvider, IndirectClient> clients =
            Caffeine.newBuilder().weakKeys().maximumSize(1000).expireAfterAccess(Duration.ofHours(1)).build();

    @Inject
    ProviderClients(ProviderCalls calls, Discovery discovery, TokenEndpoint tokens, IdTokens idTokens, Profiles profiles) {
        this.calls = calls;
        this.discovery = discovery;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.profiles = profiles;
    }

    IndirectClient of(ConfiguredProvider provider) {
        return clients.get(provider, this::make);
    }

    private IndirectClient make(ConfiguredProvider provider) {
        if (provider.descriptor().strategy() == Strategy.POCKET) {
            throw new ProviderException("The provider has closed");
        }
        var descriptor = provider.descriptor();
        if (descriptor.openId() == null && (descriptor.authorize().url() == null || descriptor.token().url() == null)) {
            throw new ProviderException("The provider's addresses are not configured");
        }
        return switch (descriptor.protocol()) {
            case OIDC, OAUTH2 -> new CodeClient(provider, new CodeDeparture(provider, discovery),
                    new CodeExchange(provider, discovery, tokens, idTokens), profiles);
            case OAUTH1 -> new SignedClient(provider, new OutboundScribe(calls, provider.name()), profiles);
            case CAS -> new TicketClient(provider, calls, profiles);
        };
    }
}
