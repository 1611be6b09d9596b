package org.gatehouse.platform;

import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;

/** Answers in JSON with the content type that clients of the contract know. */
public final class JsonResponse {

    private static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private JsonResponse() {
    }

    public static Response ok(JsonValue body) {
        return with(200, body).build();
    }

    public static Response created(JsonValue body) {
        return with(201, body).build();
    }

    public static Response.ResponseBuilder with(int status, JsonValue body) {
        return Response.status(status).entity(body.toString()).type(CONTENT_TYPE);
    }
}
