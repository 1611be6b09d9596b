package org.gatehouse.providers;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses providers that are not on, before the rate limit counts: each route of each provider has a counter, and whoever
 * could make up providers would make up counters until those that matter are displaced.
 */
@Provider
@NamesProvider
@Priority(Priorities.USER - 1)
@Singleton
public class KnownProviderFilter implements ContainerRequestFilter {

    /** Named in the path by the resources that are marked. */
    static final String PARAMETER = "provider";
    /** People who log in here with a password have a provider too, which has no counters but those of its two routes. */
    static final String PASSWORDS = "email";

    private final Providers providers;

    @Inject
    KnownProviderFilter(Providers providers) {
        this.providers = providers;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var name = context.getUriInfo().getPathParameters().getFirst(PARAMETER);
        if (!PASSWORDS.equals(name)) {
            providers.require(name == null ? "" : name);
        }
    }
}
