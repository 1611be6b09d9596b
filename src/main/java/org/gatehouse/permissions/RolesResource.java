package org.gatehouse.permissions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.JsonValues;

/** Roles and their permissions over HTTP. */
@Path("users-permissions")
@Singleton
public class RolesResource {

    private final Roles roles;
    private final RoleAdministration administration;
    private final Permissions permissions;
    private final ActionCatalogue catalogue;
    private final RoleMembers members;
    private final CallerPermissions caller;

    @Inject
    RolesResource(Roles roles, RoleAdministration administration, Permissions permissions, ActionCatalogue catalogue,
            RoleMembers members, CallerPermissions caller) {
        this.roles = roles;
        this.administration = administration;
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.members = members;
        this.caller = caller;
    }

    /** All roles by name, with how many users have each. */
    @GET
    @Path("roles")
    @Action("role.find")
    public Response find() {
        var views = roles.all().stream()
                .map(role -> RoleView.builder(role).add("nb_users", members.count(role)).build()).toList();
        return JsonResponse.ok(JsonValues.object().add("roles", JsonValues.array(views)).build());
    }

    /** One role with the tree of all actions, those it allows enabled. */
    @GET
    @Path("roles/{id}")
    @Action("role.findOne")
    public Response findOne(@PathParam("id") String id) {
        var role = existing(id);
        return JsonResponse.ok(JsonValues.object().add("role", RoleView.builder(role)
                .add("permissions", catalogue.tree(permissions.of(role)))).build());
    }

    @POST
    @Path("roles")
    @Action("role.createRole")
    public Response create(Input input) {
        administration.create(notEmpty(input));
        return done();
    }

    @PUT
    @Path("roles/{id}")
    @Action("role.updateRole")
    public Response update(@PathParam("id") String id, Input input) {
        administration.change(existing(id), notEmpty(input));
        return done();
    }

    @DELETE
    @Path("roles/{id}")
    @Action("role.deleteRole")
    public Response delete(@PathParam("id") String id) {
        administration.delete(existing(id));
        return done();
    }

    /** The tree of all actions, those that the caller may do enabled. */
    @GET
    @Path("permissions")
    @Action("permissions.getPermissions")
    public Response permissions() {
        return JsonResponse.ok(JsonValues.object().add("permissions", catalogue.tree(caller.actions())).build());
    }

    /** Whether the caller may do what the query names: refused like a request for it would be, if not. */
    @GET
    @Path("permissions/check")
    @AskedAction
    public Response check() {
        return JsonResponse.ok(JsonValues.object().add("allowed", true).build());
    }

    private Role existing(String id) {
        return roles.find(id).orElseThrow(RoleError.NOT_FOUND::exception);
    }

    private static Input notEmpty(Input input) {
        if (input.isEmpty()) {
            throw RoleError.EMPTY_BODY.exception();
        }
        return input;
    }

    private static Response done() {
        return JsonResponse.ok(JsonValues.object().add("ok", true).build());
    }
}
