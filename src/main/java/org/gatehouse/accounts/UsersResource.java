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
import org.gatehouse.permissions.CallerPermissions;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.QueryString;

/** Users over HTTP. A user is named by number or by document id. */
@Path("users")
@Singleton
public class UsersResource {

    private final UserList list;
    private final UserCreation creation;
    private final UserChange change;
    private final UserAttributes attributes;
    private final CallerPermissions permissions;

    @Inject
    UsersResource(UserList list, UserCreation creation, UserChange change, UserAttributes attributes,
            CallerPermissions permissions) {
        this.list = list;
        this.creation = creation;
        this.change = change;
        this.attributes = attributes;
        this.permissions = permissions;
    }

    /** The signed-in user, as the database has them now. */
    @GET
    @Path("me")
    @Action("user.me")
    public Response me(@Context SecurityContext caller, @Context HttpServletRequest request) {
        var signedIn = SignedIn.require(caller);
        if (request.getQueryString() == null) {
            return JsonResponse.ok(UserView.of(signedIn.user(), attributes));
        }
        return one(Long.toString(signedIn.user().id()), query(request));
    }

    @GET
    @Action("user.find")
    public Response find(@Context HttpServletRequest request) {
        var query = query(request);
        return JsonResponse.ok(JsonValues.array(list.find(query).stream()
                .map(user -> UserView.of(user, attributes, query)).toList()).build());
    }

    @GET
    @Path("count")
    @Action("user.count")
    public Response count(@Context HttpServletRequest request) {
        return JsonResponse.ok(JsonValues.number(list.count(query(request))));
    }

    @GET
    @Path("{id}")
    @Action("user.findOne")
    public Response findOne(@PathParam("id") String id, @Context HttpServletRequest request) {
        return one(id, query(request));
    }

    @POST
    @Action("user.create")
    public Response create(Input input) {
        return JsonResponse.created(view(creation.create(input)));
    }

    @PUT
    @Path("{id}")
    @Action("user.update")
    public Response update(@PathParam("id") String id, Input input) {
        var user = existing(id).orElseThrow(AccountError.USER_NOT_FOUND::exception);
        return JsonResponse.ok(view(change.change(user, input)));
    }

    /** The user as they were; nothing where there was none. */
    @DELETE
    @Path("{id}")
    @Action("user.destroy")
    public Response delete(@PathParam("id") String id) {
        var user = existing(id);
        user.ifPresent(change::delete);
        return user.map(deleted -> JsonResponse.ok(UserView.of(deleted, attributes)))
                .orElseGet(() -> Response.noContent().build());
    }

    private Response one(String id, ListQuery query) {
        return list.find(id, query.ofOne()).map(user -> JsonResponse.ok(UserView.of(user, attributes, query)))
                .orElseGet(() -> Response.noContent().build());
    }

    private Optional<User> existing(String id) {
        return list.find(id, ListQuery.parse(QueryString.input(null), false));
    }

    private ListQuery query(HttpServletRequest request) {
        return ListQuery.parse(QueryString.input(request.getQueryString()), permissions.allow("role.find"));
    }

    private JsonObject view(User user) {
        return permissions.allow("role.find") ? UserView.withRole(user, attributes) : UserView.of(user, attributes);
    }
}
