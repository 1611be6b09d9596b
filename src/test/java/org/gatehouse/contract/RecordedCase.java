package org.gatehouse.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** One request of the recording with what it led to; prints as the sentence under which its replay is reported. */
record RecordedCase(JsonObject json) {

    String id() {
        return json.getString("id");
    }

    RecordedRequest request() {
        return new RecordedRequest(json.getJsonObject("request"));
    }

    /** Usually one answer; several when the request was sent as many times at once, sorted by status. */
    List<JsonObject> answers() {
        return json.containsKey("atOnce")
                ? json.getJsonArray("atOnce").getValuesAs(JsonObject.class)
                : List.of(json.getJsonObject("answer"));
    }

    /** In the order in which they left; a case without recorded mails sends none. */
    JsonArray mails() {
        return json.containsKey("mails") ? json.getJsonArray("mails") : JsonValue.EMPTY_JSON_ARRAY;
    }

    @Override
    public String toString() {
        return id() + " " + json.getString("name");
    }
}
