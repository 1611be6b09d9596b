package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.gatehouse.systems.ProviderRequest;

/**
 * An answer that leads somewhere with a query, in the form {@code {"url", "query": {}}}: parameters have no order, and
 * each can be named by itself where it differs.
 */
final class Redirection {

    private static final String SHOWN = "<location>";

    private Redirection() {
    }

    static JsonObject alike(JsonObject answer) {
        var headers = answer.getJsonObject("headers");
        if (!(headers.get("location") instanceof JsonString location) || !location.getString().contains("?")) {
            return answer;
        }
        return Json.createObjectBuilder(answer)
                .add("headers", Json.createObjectBuilder(headers).add("location", parts(location.getString())))
                .add("body", withoutAddress(answer.get("body"), location.getString()))
                .build();
    }

    private static JsonObject parts(String location) {
        var parts = location.split("\\?", 2);
        JsonObjectBuilder query = Json.createObjectBuilder();
        ProviderRequest.parameters(parts[1]).forEach(query::add);
        return Json.createObjectBuilder().add("url", parts[0]).add("query", query).build();
    }

    /** The text says where it leads, too. */
    private static JsonValue withoutAddress(JsonValue body, String location) {
        return body instanceof JsonString text
                ? Json.createValue(text.getString().replace(location.replace("&", "&amp;"), SHOWN))
                : body;
    }
}
