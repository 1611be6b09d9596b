package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.QueryString;
import org.gatehouse.platform.RateLimited;

/** Where front ends bring the ticket that a login with a provider ended with. */
@Path("auth")
@NamesProvider
@Singleton
public class TicketResource {

    /** Not of those who log in here: what the contract has there, is in another room. */
    private static final String CALLBACK = "{provider: (?!local/)[^/]+}/callback";

    private final TicketExchange exchange;

    @Inject
    TicketResource(TicketExchange exchange) {
        this.exchange = exchange;
    }

    @GET
    @Path(CALLBACK)
    @Action("auth.callback")
    @RateLimited
    public Response login(@PathParam("provider") String provider, @Context HttpServletRequest request) {
        return login(provider, QueryString.input(request.getQueryString()), request);
    }

    /** The same with the ticket in the body, where it is in no log. */
    @POST
    @Path(CALLBACK)
    @Action("auth.callback")
    @RateLimited
    public Response login(@PathParam("provider") String provider, Input input, @Context HttpServletRequest request) {
        if (provider.equals(KnownProviderFilter.PASSWORDS)) {
            throw ProviderError.NOT_COMPLETED.exception();
        }
        return exchange.login(provider, input, request);
    }

    /** Adds the identity to the account of whoever is signed in. */
    @POST
    @Path("identities/{provider}")
    @Action("auth.linkIdentity")
    @RateLimited
    public Response link(@PathParam("provider") String provider, Input input, @Context SecurityContext caller,
            @Context HttpServletRequest request) {
        return exchange.link(provider, input, caller, request);
    }
}
