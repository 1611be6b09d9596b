package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.gatehouse.permissions.Action;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.QueryString;

/** Users over HTTP. A user is named by number or by document id. */
@Path("users")
@Singleton
public class UsersResource {

    private final UserAdministration users;

    @Inject
    UsersResource(UserAdministration users) {
        this.users = users;
    }

    /** The signed-in user, as the database has them now. */
    @GET
    @Path("me")
    @Action("user.me")
    public Response me(@Context SecurityContext caller, @Context HttpServletRequest request) {
        return oneOrNothing(users.me(caller, Optional.ofNullable(request.getQueryString()).map(QueryString::input)));
    }

    @GET
    @Action("user.find")
    public Response find(@Context HttpServletRequest request) {
        return JsonResponse.ok(JsonValues.array(users.find(query(request))).build());
    }

    @GET
    @Path("count")
    @Action("user.count")
    public Response count(@Context HttpServletRequest request) {
        return JsonResponse.ok(JsonValues.number(users.count(query(request))));
    }

    @GET
    @Path("{id}")
    @Action("user.findOne")
    public Response findOne(@PathParam("id") String id, @Context HttpServletRequest request) {
        return oneOrNothing(users.findOne(id, query(request)));
    }

    @POST
    @Action("user.create")
    public Response create(Input input) {
        return JsonResponse.created(users.create(input));
    }

    @PUT
    @Path("{id}")
    @Action("user.update")
    public Response update(@PathParam("id") String id, Input input) {
        return JsonResponse.ok(users.change(id, input));
    }

    /** The user as they were; nothing where there was none. */
    @DELETE
    @Path("{id}")
    @Action("user.destroy")
    public Response delete(@PathParam("id") String id) {
        return oneOrNothing(users.delete(id));
    }

    private static Response oneOrNothing(Optional<JsonObject> user) {
        return user.map(JsonResponse::ok).orElseGet(() -> Response.noContent().build());
    }

    private static Input query(HttpServletRequest request) {
        return QueryString.input(request.getQueryString());
    }
}
