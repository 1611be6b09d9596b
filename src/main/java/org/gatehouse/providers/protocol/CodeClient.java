package org.gatehouse.providers.protocol;

import java.util.Optional;
import org.pac4j.core.client.IndirectClient;

/**
 * The code flow of OAuth 2.0 and OpenID Connect: to the provider, back with a code, and to the token endpoint. One client
 * serves all logins with a provider as it is configured.
 */
final class CodeClient extends IndirectClient {

    CodeClient(ConfiguredProvider provider, CodeDeparture departure, CodeExchange exchange, Profiles profiles) {
        setName(provider.name());
        setCallbackUrl(provider.name()); // each attempt has its own
        setRedirectionActionBuilder(departure);
        setCredentialsExtractor(exchange);
        setAuthenticator((context, credentials) -> Optional.of(credentials));
        setProfileCreator(new ArrivalCreator(provider, profiles));
    }

    @Override
    protected void internalInit(boolean again) {
        // all is there
    }
}
