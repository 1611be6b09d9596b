package org.gatehouse.providers.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as plain values, lists and maps, which is how a company's own code sees it. */
final class PlainValues {

    private PlainValues() {
    }

    static Map<String, Object> of(JsonObject object) {
        var map = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> map.put(name, of(value)));
        return map;
    }

    static Object of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> of((JsonObject) value);
            case ARRAY -> ((JsonArray) value).stream().map(PlainValues::of).toList();
            case STRING -> storable(((JsonString) value).getString());
            case NUMBER -> ((JsonNumber) value).numberValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> "";
        };
    }

    /** Without what no database can store: NUL characters and halves of surrogate pairs. */
    private static String storable(String text) {
        return new String(text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
