package org.gatehouse.permissions;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;
import org.gatehouse.platform.OpenToAll;
import org.gatehouse.platform.QueryString;

/**
 * Lets a request through to its resource only if the caller's role allows the action, or if the resource is open to
 * everybody. It knows no exception: a method that names no action, a request without caller, both are refused.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@Singleton
public class AuthorizationFilter implements ContainerRequestFilter {

    private final Permissions permissions;
    private final CallerPermissions callerPermissions;
    private final ActionCatalogue catalogue;

    @Context
    private ResourceInfo resource;

    @Inject
    AuthorizationFilter(Permissions permissions, CallerPermissions callerPermissions, ActionCatalogue catalogue) {
        this.permissions = permissions;
        this.callerPermissions = callerPermissions;
        this.catalogue = catalogue;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        if (!(context.getProperty(Caller.PROPERTY) instanceof Caller caller)) {
            throw PermissionError.FORBIDDEN.exception();
        }
        var action = action(method, context);
        var allowed = caller.role() == null ? Set.<String>of() : permissions.of(caller.role());
        if (caller.principal() == null && allowed.isEmpty()) {
            throw PermissionError.INVALID_TOKEN.exception(); // a public that may do nothing at all must sign in first
        }
        if (!allowed.contains(action)) {
            throw PermissionError.FORBIDDEN.exception();
        }
        callerPermissions.are(allowed);
    }

    private String action(Method method, ContainerRequestContext context) {
        if (method.isAnnotationPresent(Action.class)) {
            return Action.PREFIX + method.getAnnotation(Action.class).value();
        }
        if (!method.isAnnotationPresent(AskedAction.class)) {
            throw PermissionError.FORBIDDEN.exception();
        }
        return QueryString.input(context.getUriInfo().getRequestUri().getRawQuery()).text("action")
                .filter(catalogue::has).orElseThrow(PermissionError.UNKNOWN_ACTION::exception);
    }
}
