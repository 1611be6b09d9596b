package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;

/** Through which providers the caller logs in, over HTTP. Adding one begins at the provider, in another room. */
@Path("auth")
@Singleton
public class IdentitiesResource {

    private final IdentityLinking linking;

    @Inject
    IdentitiesResource(IdentityLinking linking) {
        this.linking = linking;
    }

    @GET
    @Path("identities")
    @Action("auth.getIdentities")
    public Response list(@Context SecurityContext caller) {
        var identities = linking.list(SignedIn.require(caller).user());
        return JsonResponse.ok(JsonValues.object().add("data", JsonValues.array(identities)).build());
    }

    /** The path has the same template as that of linking, since servers differ in what they make of two that look alike. */
    @DELETE
    @Path("identities/{provider}")
    @Action("auth.unlinkIdentity")
    public Response unlink(@PathParam("provider") String id, @Context SecurityContext caller) {
        if (!id.matches("\\d{1,18}")) {
            throw AccountError.IDENTITY_NOT_FOUND.exception();
        }
        linking.unlink(SignedIn.require(caller).user(), Long.parseLong(id));
        return JsonResponse.ok(JsonValues.object().add("data", JsonValue.EMPTY_JSON_OBJECT).build());
    }
}
