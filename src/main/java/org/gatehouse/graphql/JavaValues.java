package org.gatehouse.graphql;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as the maps, lists, texts, numbers and flags that the GraphQL library works with. */
final class JavaValues {

    /** Longer numbers are too large for every type that an argument can have. */
    private static final int LONGEST_NUMBER = 18;

    private JavaValues() {
    }

    static Map<String, Object> of(JsonObject object) {
        var map = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> map.put(name, of(value)));
        return map;
    }

    private static Object of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> of((JsonObject) value);
            case ARRAY -> ((JsonArray) value).stream().map(JavaValues::of).toList();
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number(value.toString());
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Number number(String text) {
        return text.matches("-?\\d{1," + LONGEST_NUMBER + "}") ? Long.valueOf(text) : new BigDecimal(text);
    }
}
