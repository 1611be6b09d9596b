package org.gatehouse.permissions;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Who makes a request, for the resource and for the question whether they may.
 *
 * @param role      the caller's role; null for a user without one, who may do nothing
 * @param principal the signed-in user; null for the public
 * @param isSecure  whether the request came over https
 */
public record Caller(Role role, Principal principal, boolean isSecure) implements SecurityContext {

    /** The key under which a filter leaves the caller among the request's properties. */
    public static final String PROPERTY = Caller.class.getName();

    private static final String SCHEME = "Bearer";

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public boolean isUserInRole(String type) {
        return role != null && role.type().equals(type);
    }

    @Override
    public String getAuthenticationScheme() {
        return principal == null ? null : SCHEME;
    }
}
