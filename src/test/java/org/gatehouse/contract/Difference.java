package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * A place where Gatehouse answers differently on purpose: to which cases it applies, why, and what is expected instead.
 *
 * <p>What is expected is said in the shortest of these ways, and they apply in this order: {@code answerOf} another
 * case; an {@code error} (status, name, message and, where the envelope has them, details); a {@code change} of the
 * case (RFC 6902).
 */
record Difference(JsonObject json) {

    List<String> cases() {
        return json.getJsonArray("cases").getValuesAs(JsonString::getString);
    }

    String reason() {
        return json.getString("reason");
    }

    RecordedCase applyTo(RecordedCase recorded, Map<String, RecordedCase> recording) {
        JsonObject expected = recorded.json();
        if (json.containsKey("answerOf")) {
            JsonObject other = recording.get(json.getString("answerOf")).json();
            expected = Json.createObjectBuilder(expected).add("answer", other.get("answer")).build();
        }
        if (json.containsKey("error")) {
            JsonObject refusal = refusal(expected.getJsonObject("answer"));
            expected = Json.createObjectBuilder(expected).add("answer", refusal).build();
        }
        JsonArray change = json.containsKey("change") ? json.getJsonArray("change") : JsonValue.EMPTY_JSON_ARRAY;
        return new RecordedCase(Json.createPatch(change).apply(expected));
    }

    private JsonObject refusal(JsonObject answer) {
        JsonObject error = json.getJsonObject("error");
        return Json.createObjectBuilder(answer)
                .add("status", error.get("status"))
                .add("body", Json.createObjectBuilder().add("data", JsonValue.NULL).add("error", error))
                .remove("token")
                .build();
    }
}
