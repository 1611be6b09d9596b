package org.gatehouse.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Describes the whole API, in <a href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI</a>. */
@Path("openapi")
@Singleton
public class OpenApiResource {

    /** It changes only with the application. */
    @GET
    @OpenToAll
    public Response document() {
        return Response.ok(OpenApiResource.class.getResourceAsStream("/openapi.json"), "application/json; charset=utf-8")
                .header("Cache-Control", "public, max-age=300").build();
    }
}
