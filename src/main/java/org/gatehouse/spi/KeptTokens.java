package org.gatehouse.spi;

import java.util.Optional;

/**
 * The tokens that providers handed out for people, for a company's own code that calls a provider on their behalf. Inject
 * it. Tokens are kept for providers with {@code gatehouse.provider.<name>.keep-tokens=true} only, from the next login on.
 */
public interface KeptTokens {

    /**
     * The tokens of a user at a provider. An access token that has expired is renewed first, where the provider gave a
     * refresh token; that calls the provider, so do not hold a transaction meanwhile.
     *
     * @param userId the number of the user, claim {@code id} of the access token
     * @return empty if the user has no identity there, or nothing is kept
     * @throws ProviderException if the provider refuses to renew the token
     */
    Optional<ProviderTokens> of(long userId, String provider);
}
