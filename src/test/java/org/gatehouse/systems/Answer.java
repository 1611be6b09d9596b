package org.gatehouse.systems;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The body as a JSON object; fails, showing the body, if it is none. */
    public JsonObject json() {
        return structure().asJsonObject();
    }

    /** The body as a JSON array; fails, showing the body, if it is none. */
    public JsonArray jsonArray() {
        return structure().asJsonArray();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The access token that login, registration and password changes answer with. */
    public String jwt() {
        return json().getString("jwt");
    }

    /** The token that continues the session, where people stay signed in by such tokens. */
    public String refreshToken() {
        return json().getString("refreshToken");
    }

    /** The {@code error} object of the envelope. */
    public JsonObject error() {
        return json().getJsonObject("error");
    }

    /** What the envelope tells the client's user. */
    public String errorMessage() {
        return error().getString("message");
    }

    /** {@code ValidationError}, {@code ApplicationError}, ...: what the client's code branches on. */
    public String errorName() {
        return error().getString("name");
    }

    private JsonStructure structure() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonValue value = reader.readValue();
            return (JsonStructure) value;
        } catch (RuntimeException e) {
            throw new AssertionError("Not a JSON object or array, but status " + status + ": " + body, e);
        }
    }
}
