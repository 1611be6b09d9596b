package org.gatehouse.accounts;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.StringTokenizer;
import org.gatehouse.permissions.Caller;
import org.gatehouse.permissions.PermissionError;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.OpenToAll;
import org.gatehouse.platform.Settings;
import org.gatehouse.tokens.AccessToken;
import org.gatehouse.tokens.AccessTokens;
import org.gatehouse.tokens.Sessions;

/**
 * Finds out who makes a request, by its bearer token (RFC 6750), and reads that user anew from the database with one
 * statement: so blocking, deleting, another role or another password act with the very next request. A request without
 * a token comes from the public; one with a bad token is refused, wherever it goes.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@Singleton
public class AuthenticationFilter implements ContainerRequestFilter {

    private static final String PUBLIC = "public";

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Users users;
    private final Roles roles;
    private final Settings settings;

    @Context
    private ResourceInfo resource;

    @Inject
    AuthenticationFilter(AccessTokens tokens, Sessions sessions, Users users, Roles roles, Settings settings) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        var isSecure = context.getSecurityContext().isSecure();
        var caller = bearerToken(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(token -> signedIn(token, isSecure))
                .orElseGet(() -> new Caller(roles.ofType(PUBLIC).orElse(null), null, isSecure));
        context.setSecurityContext(caller);
        context.setProperty(Caller.PROPERTY, caller);
    }

    /** The token of a header that has exactly the two parts it should have; anything else counts as no token. */
    private static Optional<String> bearerToken(String header) {
        var parts = new StringTokenizer(header == null ? "" : header);
        return parts.countTokens() == 2 && parts.nextToken().equalsIgnoreCase("Bearer")
                ? Optional.of(parts.nextToken()) : Optional.empty();
    }

    private Caller signedIn(String bearerToken, boolean isSecure) {
        var token = tokens.verify(bearerToken).orElseThrow(PermissionError.INVALID_TOKEN::exception);
        var user = users.find(token.id()).orElseThrow((sessions.areOn()
                ? PermissionError.INVALID_TOKEN : PermissionError.UNUSABLE_ACCOUNT)::exception); // as the contract words it
        if (!isUsable(user)) {
            throw PermissionError.UNUSABLE_ACCOUNT.exception();
        }
        refuseEnded(token, user);
        var role = user.role().orElseThrow(PermissionError.INVALID_TOKEN::exception);
        return new Caller(role, new SignedIn(user, token), isSecure);
    }

    private boolean isUsable(User user) {
        return user.mayAct(settings.get(AccountSettings.EMAIL_CONFIRMATION));
    }

    /** Ids may come back when a database is restored; the lasting identifier must fit too. */
    private void refuseEnded(AccessToken token, User user) {
        var sessionEnded = token.sessionId().isPresent() != sessions.areOn()
                || !token.sessionId().map(sessions::isAlive).orElse(true);
        if (sessionEnded || token.version() != user.tokenVersion() || !user.documentId().equals(token.getSubject())) {
            throw PermissionError.INVALID_TOKEN.exception();
        }
    }
}
