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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Greets customers by what their token says, and shows some of them more. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShopResource {

    @Inject
    private JsonWebToken customer;

    @Inject
    @ConfigProperty(name = "shop.gatehouse")
    private String gatehouse;

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

    /** Asks Gatehouse whether the customer may, as it is at this moment. */
    @GET
    @Path("orders")
    @RolesAllowed("**")
    public Response orders() throws IOException, InterruptedException {
        var question = URI.create(gatehouse + "/api/users-permissions/permissions/check?action=api::order.order.find");
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(question)
                .header("Authorization", "Bearer " + customer.getRawToken()).build(), BodyHandlers.discarding());
        return answer.statusCode() == 200 ? Response.ok("[]").build() : Response.status(Status.FORBIDDEN).build();
    }

    /** Believes the token, as it was when it was issued. */
    @GET
    @Path("refunds")
    @RolesAllowed("api::order.order.refund")
    public JsonObject refunds() {
        return customer();
    }
}
