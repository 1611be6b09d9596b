package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.JsonResponse;

/** Users over HTTP. */
@Path("users")
@Singleton
public class UsersResource {

    private final UserAttributes attributes;

    @Inject
    UsersResource(UserAttributes attributes) {
        this.attributes = attributes;
    }

    /** The signed-in user, as the database has them now. */
    @GET
    @Path("me")
    @Action("user.me")
    public Response me(@Context SecurityContext caller) {
        if (!(caller.getUserPrincipal() instanceof SignedIn signedIn)) {
            throw AccountError.UNAUTHORIZED.exception();
        }
        return JsonResponse.ok(UserView.of(signedIn.user(), attributes));
    }
}
