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
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.QueryString;
import org.gatehouse.platform.RateLimited;
import org.gatehouse.platform.Redirect;

/** Where a browser goes to log in with a provider, and where the provider sends it back to. */
@Path("connect/{provider}")
@NamesProvider
@Singleton
public class ConnectResource {

    private final ConnectStart start;
    private final ConnectReturn comingBack;

    @Inject
    ConnectResource(ConnectStart start, ConnectReturn comingBack) {
        this.start = start;
        this.comingBack = comingBack;
    }

    @GET
    @Action("auth.connect")
    @RateLimited
    public Response begin(@PathParam("provider") String provider, @Context HttpServletRequest request) {
        if (provider.equals(KnownProviderFilter.PASSWORDS)) {
            throw ProviderError.NOT_EXTERNAL.exception();
        }
        return start.begin(provider, QueryString.input(request.getQueryString()), request);
    }

    @GET
    @Path("callback")
    @Action("auth.connect")
    @RateLimited
    public Response comeBack(@PathParam("provider") String provider, @Context HttpServletRequest request) {
        return comingBack.finish(provider, ProviderAnswers.inQuery(request.getQueryString()), request, Redirect::found)
                .build();
    }

    /** For providers that answer by a form. */
    @POST
    @Path("callback")
    @Action("auth.connect")
    @RateLimited
    public Response comeBackByForm(@PathParam("provider") String provider, Input form,
            @Context HttpServletRequest request) {
        return comingBack.finish(provider, ProviderAnswers.in(form), request, Redirect::seeOther).build();
    }
}
