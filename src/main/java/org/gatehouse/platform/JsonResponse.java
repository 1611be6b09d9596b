package org.gatehouse.platform;

import jakarta.json.JsonStructure;
import jakarta.ws.rs.core.Response;

/** Answers in JSON with the content type that clients of the contract know. */
public final class JsonResponse {

    private static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private JsonResponse() {
    }

    public static Response ok(JsonStructure body) {
        return with(200, body).build();
    }

    static Response.ResponseBuilder with(int status, JsonStructure body) {
        return Response.status(status).entity(body.toString()).type(CONTENT_TYPE);
    }
}
