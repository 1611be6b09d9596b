package org.gatehouse.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Counts the calls of each client to each {@link RateLimited} route, after it is known that the caller may call it, and
 * tells in every answer how many are left.
 */
@Provider
@RateLimited
@Priority(Priorities.USER)
@Singleton
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WINDOW = RateLimitFilter.class.getName();

    private final RateLimit rateLimit;
    private final LimitedCalls calls;

    @Context
    private ResourceInfo resource;

    @Inject
    RateLimitFilter(RateLimit rateLimit, LimitedCalls calls) {
        this.rateLimit = rateLimit;
        this.calls = calls;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        calls.count(resource.getResourceMethod(), context.getUriInfo().getPathParameters()).ifPresent(window -> {
            context.setProperty(WINDOW, window);
            calls.refuseIfFull(window);
        });
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(WINDOW) instanceof RateLimitStore.Window window) {
            var headers = response.getHeaders();
            headers.putSingle("X-RateLimit-Limit", rateLimit.limit());
            headers.putSingle("X-RateLimit-Remaining", Math.max(0, rateLimit.limit() - window.hits()));
            headers.putSingle("X-RateLimit-Reset", window.endsAt().getEpochSecond());
        }
    }
}
