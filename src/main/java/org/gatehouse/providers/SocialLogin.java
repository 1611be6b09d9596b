package org.gatehouse.providers;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.providers.protocol.ConfiguredProvider;
import org.gatehouse.spi.Protocol;

/**
 * A provider as the operator set it up: how it is talked to, and what becomes of those who come from it.
 *
 * @param callback      the page of the front end to return to, unless the login asks for another
 * @param redirectUri   where the provider sends people back to; has to be registered there
 * @param acceptsTokens whether a token that the front end got from the provider by itself is as good as a ticket
 * @param keepsTokens   whether the provider's tokens are kept with the identity
 * @param attributes    which attributes of a new account come from the profile
 */
record SocialLogin(ConfiguredProvider provider, Optional<URI> callback, URI redirectUri, HandOver handOver,
        boolean acceptsTokens, boolean keepsTokens, RoleRule roles, Set<String> attributes) {

    String name() {
        return provider.name();
    }

    String title() {
        return provider.descriptor().about().title();
    }

    /** Whether nothing is missing without which a login cannot even begin. */
    boolean isComplete() {
        return provider.descriptor().missing().isEmpty();
    }

    /** Whose word is believed; an attempt that began with another is not finished with this one. */
    String authority() {
        var descriptor = provider.descriptor();
        return descriptor.protocol() == Protocol.OIDC ? descriptor.openId().issuer() : descriptor.authorize().url();
    }

    /** Whether the provider posts to the callback, from its own site. */
    boolean postsBack() {
        return "form_post".equals(provider.descriptor().authorize().responseMode());
    }

    /** Whether it can be proven for whom a token of the provider was made. */
    boolean provesAudience() {
        var descriptor = provider.descriptor();
        return descriptor.protocol() == Protocol.OIDC || descriptor.audience() != null || provider.custom() != null;
    }
}
