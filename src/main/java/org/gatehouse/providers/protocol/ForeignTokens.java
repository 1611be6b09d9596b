package org.gatehouse.providers.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;

/**
 * Believes tokens that an application obtained from a provider by itself, but only those that were made for the client that
 * Gatehouse is: any application's token opens the profile of its owner, so without that proof whoever runs a popular
 * application could log in as each of its users.
 */
@Singleton
class ForeignTokens {

    private final ProviderCalls calls;
    private final Discovery discovery;
    private final IdTokens idTokens;
    private final Profiles profiles;

    @Inject
    ForeignTokens(ProviderCalls calls, Discovery discovery, IdTokens idTokens, Profiles profiles) {
        this.calls = calls;
        this.discovery = discovery;
        this.idTokens = idTokens;
        this.profiles = profiles;
    }

    /** Whose token it is; empty if the provider has no way to say for whom it was made. */
    Optional<Arrival> arrival(ConfiguredProvider provider, String token) {
        return isIdToken(provider, token) ? Optional.of(ofIdToken(provider, token)) : ofAccessToken(provider, token);
    }

    private static boolean isIdToken(ConfiguredProvider provider, String token) {
        return provider.descriptor().protocol() == Protocol.OIDC && provider.descriptor().audience() == null
                || provider.descriptor().protocol() == Protocol.OIDC && token.split("\\.", -1).length == 3;
    }

    private Arrival ofIdToken(ConfiguredProvider provider, String token) {
        var claims = idTokens.check(provider, discovery.endpoints(provider), token, null, null);
        return read(provider, new ProviderTokens(null, null, null, token, null, Map.of()), claims);
    }

    private Optional<Arrival> ofAccessToken(ConfiguredProvider provider, String token) {
        var tokens = new ProviderTokens(token, null, null, null, null, Map.of());
        var audience = audience(provider, tokens);
        if (audience.isPresent() && (audience.get().isEmpty() || !audience.get().equals(provider.client().id()))) {
            throw new ProviderException("The token was made for another client");
        }
        return audience.map(us -> read(provider, tokens, null));
    }

    private Arrival read(ConfiguredProvider provider, ProviderTokens tokens, JWTClaimsSet claims) {
        return profiles.read(provider, Evidence.ofToken(JsonValue.EMPTY_JSON_OBJECT, tokens, claims), CallbackParameters.NONE);
    }

    private Optional<String> audience(ConfiguredProvider provider, ProviderTokens tokens) {
        if (provider.custom() != null) {
            var told = provider.custom().audienceOf(
                    tokens.accessToken(), provider.settings(), calls.forCode(provider.name()));
            if (told.isPresent()) {
                return told;
            }
        }
        var check = provider.descriptor().audience();
        return check == null || provider.descriptor().protocol() == Protocol.OAUTH1 ? Optional.empty()
                : Optional.of(Sources.at(profiles.ask(provider, check.request(),
                        Evidence.ofToken(JsonValue.EMPTY_JSON_OBJECT, tokens, null)), check.pointer())
                        .map(Sources::text).orElse(""));
    }
}
