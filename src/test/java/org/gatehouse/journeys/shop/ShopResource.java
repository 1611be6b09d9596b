package org.gatehouse.journeys.shop;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Greets customers by what their token says. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShopResource {

    @Inject
    private JsonWebToken customer;

    @GET
    @Path("customer")
    @RolesAllowed("authenticated")
    public JsonObject customer() {
        return Json.createObjectBuilder().add("upn", customer.getName()).add("sub", customer.getSubject())
                .add("groups", Json.createArrayBuilder(customer.getGroups())).build();
    }

    @GET
    @Path("till")
    @RolesAllowed("staff")
    public JsonObject till() {
        return Json.createObjectBuilder().add("upn", customer.getName()).build();
    }
}
