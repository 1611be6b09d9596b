package org.gatehouse.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a client sent: the body or query of a request, whatever its encoding was. Resources take it as their entity
 * parameter; {@link Validation} turns it into values.
 *
 * @param value an object, an array, or (of a text/plain body) a string; all text in it is well-formed and without NUL
 */
public record Input(JsonValue value) {

    public Input {
        Unicode.check(value);
    }

    boolean isObject() {
        return value.getValueType() == JsonValue.ValueType.OBJECT;
    }

    /** The fields that were sent, in their order; the positions of an array or a text count as its fields. */
    public List<String> fields() {
        if (value instanceof JsonObject object) {
            return List.copyOf(object.keySet());
        }
        var length = value instanceof JsonArray array ? array.size() : ((JsonString) value).getChars().length();
        return IntStream.range(0, length).mapToObj(Integer::toString).toList();
    }

    /** A field's value; null where it was not sent. */
    public JsonValue get(String field) {
        return value instanceof JsonObject object ? object.get(field) : null;
    }

    /** A field's text; empty where it was not sent or is no text. */
    public Optional<String> text(String field) {
        return get(field) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** Never prints what was sent: passwords are in it. */
    @Override
    public String toString() {
        return "Input of " + value.getValueType();
    }
}
