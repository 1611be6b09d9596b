package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes paths independent of letter case and of a trailing slash, as clients of the contract expect, before a resource
 * is chosen.
 */
@Provider
@PreMatching
@Singleton
public class PathFilter implements ContainerRequestFilter {

    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");

    private final CurrentRequest request;
    private final Routes routes;

    @Inject
    PathFilter(CurrentRequest request, Routes routes) {
        this.request = request;
        this.routes = routes;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var uri = context.getUriInfo();
        var path = uri.getAbsolutePath().getRawPath();
        var canonical = canonical(path);
        if (!canonical.equals(path)) {
            context.setRequestUri(uri.getBaseUri(), uri.getRequestUriBuilder().replacePath(canonical).build());
        }
        request.resolvedTo("/" + LEADING_SLASHES.matcher(context.getUriInfo().getPath()).replaceAll(""));
        if (HttpMethod.OPTIONS.equals(context.getMethod())) {
            context.abortWith(routes.options(request.path()));
        }
    }

    private static String canonical(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
