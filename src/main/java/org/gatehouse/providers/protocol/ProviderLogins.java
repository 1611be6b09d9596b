package org.gatehouse.providers.protocol;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;

/** Begins and finishes logins with providers, whatever they speak. */
@Singleton
public class ProviderLogins {

    /**
     * Sends the browser to a provider.
     *
     * @param redirectUri where the provider shall send it back; the same has to be given to {@link #finish}
     * @throws ProviderException if the provider has to be asked first and does not answer
     */
    public Departure begin(ConfiguredProvider provider, URI redirectUri) {
        throw new ProviderException("not yet");
    }

    /**
     * Finds out who came back from a provider.
     *
     * @param secrets what {@link #begin} gave for this attempt; make sure that they are used once only
     * @throws ProviderException if nobody logged in
     */
    public Arrival finish(ConfiguredProvider provider, URI redirectUri, AttemptSecrets secrets,
            CallbackParameters parameters) {
        throw new ProviderException("not yet");
    }

    /**
     * Finds out whose a token is that an application obtained from the provider by itself.
     *
     * @param token an access token or, from an OpenID provider, an id_token
     * @return empty if this provider cannot prove for whom a token was made
     * @throws ProviderException if the token is not good, or was made for somebody else
     */
    public Optional<Arrival> ofForeignToken(ConfiguredProvider provider, String token) {
        return Optional.empty();
    }

    /**
     * Fetches new tokens with a refresh token.
     *
     * @throws ProviderException if the provider refuses
     */
    public ProviderTokens refresh(ConfiguredProvider provider, ProviderTokens tokens) {
        throw new ProviderException("not yet");
    }
}
