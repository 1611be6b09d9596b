package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer as Gatehouse could give it, made from what is expected; and all the ways to spoil it. */
final class Rehearsal {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)(?: [^}]+)?}}");
    private static final Map<String, String> POSSIBLE = Map.of(
            "date", "2026-11-23T15:30:23.269Z", "jwt", "eyJh.eyJp.c2ln",
            "code", "0123456789abcdef0123456789abcdef", "epoch", "1795447938", "seconds", "59", "number", "1",
            "server", "http://localhost", "sender", "gatehouse@localhost", "cookies", "a=b; path=/");
    /** What no two names share. */
    private static final Map<String, String> NUMBERED =
            Map.of("documentId", "%024x", "refreshToken", "%043x", "session", "%036x", "state", "%040x",
                    "challenge", "%043x");

    private Rehearsal() {
    }

    static Placeholders placeholders() {
        Placeholders placeholders = new Placeholders();
        List.of("server", "sender").forEach(name -> placeholders.know("{{" + name + "}}", POSSIBLE.get(name)));
        return placeholders;
    }

    static JsonValue play(JsonValue expected) {
        if (expected instanceof JsonObject object) {
            JsonObjectBuilder builder = Json.createObjectBuilder();
            object.forEach((name, value) -> builder.add(name, play(value)));
            return builder.build();
        }
        if (expected instanceof JsonArray array) {
            JsonArrayBuilder builder = Json.createArrayBuilder();
            array.forEach(value -> builder.add(play(value)));
            return builder.build();
        }
        if (!(expected instanceof JsonString)) {
            return expected;
        }
        String text = ((JsonString) expected).getString();
        return text.startsWith("{{id ") ? Json.createValue(numberOf(text)) : Json.createValue(fill(text));
    }

    /** Every field and element, however deep, as a JSON pointer (RFC 6901). */
    static List<String> places(JsonValue played) {
        List<String> places = new ArrayList<>();
        collect("", played, places);
        return places;
    }

    /** A little more of the same, or something else where nothing can be added. */
    static JsonValue spoil(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> Json.createObjectBuilder(value.asJsonObject()).add("surplus", 1).build();
            case ARRAY -> Json.createArrayBuilder(value.asJsonArray()).add(1).build();
            case STRING -> Json.createValue(((JsonString) value).getString() + "!");
            default -> Json.createValue("something else");
        };
    }

    private static String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> NUMBERED.containsKey(found.group(1))
                ? NUMBERED.get(found.group(1)).formatted(numberOf(found.group())) : POSSIBLE.get(found.group(1)));
    }

    /** One that is the same for the same name, and most likely another for another. */
    private static int numberOf(String placeholder) {
        return 1 + Math.floorMod(placeholder.hashCode(), 1_000_000);
    }

    private static void collect(String place, JsonValue value, List<String> places) {
        if (value instanceof JsonObject object) {
            object.forEach((name, field) -> collect(place + "/" + Json.encodePointer(name), field, places));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(place + "/" + i, array.get(i), places);
            }
        }
        if (!place.isEmpty()) {
            places.add(place);
        }
    }
}
