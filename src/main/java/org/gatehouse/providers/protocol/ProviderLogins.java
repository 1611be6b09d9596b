package org.gatehouse.providers.protocol;

import com.github.scribejava.core.exceptions.OAuthException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;
import org.pac4j.core.client.IndirectClient;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.exception.TechnicalException;
import org.pac4j.core.exception.http.WithLocationAction;

/** Begins and finishes logins with providers, whatever they speak. */
@Singleton
public class ProviderLogins {

    private final ProviderClients clients;
    private final ForeignTokens foreignTokens;
    private final Refreshing refreshing;

    @Inject
    ProviderLogins(ProviderClients clients, ForeignTokens foreignTokens, Refreshing refreshing) {
        this.clients = clients;
        this.foreignTokens = foreignTokens;
        this.refreshing = refreshing;
    }

    /**
     * Sends the browser to a provider.
     *
     * @param redirectUri where the provider shall send it back; the same has to be given to {@link #finish}
     * @throws ProviderException if the provider has to be asked first and does not answer
     */
    public Departure begin(ConfiguredProvider provider, URI redirectUri) {
        var browser = Browser.leaving(redirectUri);
        try {
            var action = clients.of(provider).getRedirectionAction(browser.call()).orElse(null);
            if (action instanceof WithLocationAction redirection) {
                return new Departure(URI.create(redirection.getLocation()), browser.secrets());
            }
            throw new ProviderException("The login cannot begin");
        } catch (TechnicalException | OAuthException | IllegalArgumentException e) {
            // what they say may hold tokens
            throw new ProviderException("The login cannot begin: the provider's answer cannot be read");
        }
    }

    /**
     * Finds out who came back from a provider.
     *
     * @param secrets what {@link #begin} gave for this attempt; make sure that they are used once only
     * @throws ProviderException if nobody logged in
     */
    public Arrival finish(ConfiguredProvider provider, URI redirectUri, AttemptSecrets secrets,
            CallbackParameters parameters) {
        try {
            return arrival(clients.of(provider), Browser.returning(redirectUri, parameters, secrets).call());
        } catch (TechnicalException | OAuthException e) {
            // what they say may hold tokens
            throw new ProviderException("The login cannot be finished: the provider's answer cannot be read");
        }
    }

    /**
     * Finds out whose a token is that an application obtained from the provider by itself.
     *
     * @param token an access token or, from an OpenID provider, an id_token
     * @return empty if this provider cannot prove for whom a token was made
     * @throws ProviderException if the token is not good, or was made for somebody else
     */
    public Optional<Arrival> ofForeignToken(ConfiguredProvider provider, String token) {
        return foreignTokens.arrival(provider, token);
    }

    /**
     * Fetches new tokens with a refresh token.
     *
     * @throws ProviderException if the provider refuses, or answers with somebody else's
     */
    public ProviderTokens refresh(ConfiguredProvider provider, ProviderTokens tokens) {
        return refreshing.refresh(provider, tokens);
    }

    private static Arrival arrival(IndirectClient client, CallContext call) {
        return client.getCredentials(call).flatMap(found -> client.validateCredentials(call, found))
                .flatMap(valid -> client.getUserProfile(call, valid))
                .map(profile -> ((Arrived) profile).arrival())
                .orElseThrow(() -> new ProviderException("Nobody logged in"));
    }
}
