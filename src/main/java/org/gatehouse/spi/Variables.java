package org.gatehouse.spi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Values for the {@link Placeholder}s in the URLs of a description. */
final class Variables {

    private static final Pattern PART_OF_URL = Pattern.compile("[\\w.-]+(?::\\d{1,5})?(?:/[\\w.~%-]+)*");

    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    static Variables of(Map<String, String> defaults, Map<String, String> given) {
        given.forEach((name, value) -> {
            if (!PART_OF_URL.matcher(value).matches()) {
                throw new IllegalArgumentException(name + " must be host, host:port or host:port/path");
            }
        });
        var values = new LinkedHashMap<>(defaults);
        values.putAll(given);
        return new Variables(values);
    }

    JsonObject fill(JsonObject object) {
        var filled = Descriptions.JSON.createObjectBuilder();
        object.forEach((name, value) -> filled.add(name, fill(value)));
        return filled.build();
    }

    private JsonValue fill(JsonValue value) {
        if (value instanceof JsonObject object) {
            return fill(object);
        }
        if (value instanceof JsonArray array) {
            var filled = Descriptions.JSON.createArrayBuilder();
            array.forEach(element -> filled.add(fill(element)));
            return filled.build();
        }
        return value instanceof JsonString string
                ? Descriptions.JSON.createValue(Placeholder.fill(string.getString(), values::get)) : value;
    }
}
