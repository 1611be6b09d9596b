package org.gatehouse.contract;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request as the recording keeps it: large bodies by their length only, tokens and codes as placeholders. */
record RecordedRequest(JsonObject json) {

    private static final Pattern SORT = Pattern.compile("[?&]sort[=\\[]");

    String method() {
        return json.getString("method");
    }

    /** With brackets percent-encoded, as URIs must have them (RFC 3986, section 3.4). */
    String path() {
        return json.getString("path").replace("[", "%5B").replace("]", "%5D");
    }

    /** Whether the order of a list in the answer means something. */
    boolean asksForAnOrder() {
        return SORT.matcher(json.getString("path")).find();
    }

    Map<String, String> headers() {
        JsonObject headers = json.getJsonObject("headers");
        return headers == null ? Map.of() : headers.keySet().stream()
                .collect(Collectors.toMap(name -> name, headers::getString));
    }

    /** Empty when nothing at all was sent, which is not the same as an empty text. */
    Optional<String> body() {
        if (json.containsKey("json")) {
            return Optional.of(json.get("json").toString());
        }
        if (json.containsKey("fill")) {
            JsonObject fill = json.getJsonObject("fill");
            return Optional.of(fill.getString("before") + "a".repeat(fill.getInt("letters")) + fill.getString("after"));
        }
        return Optional.ofNullable(json.getString("raw", null));
    }
}
