package org.gatehouse.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a client sent: the body or query of a request, whatever its encoding was. Resources take it as their entity
 * parameter; {@link Validation} turns it into values.
 *
 * @param value an object, an array, or (of a text/plain body) a string; all text in it is well-formed and without NUL
 */
public record Input(JsonValue value) {

    private static final int MOST_NAMED = 100;
    private static final Pattern NAME = Pattern.compile("[\\w.$\\[\\]-]{1,64}");

    public Input {
        Unicode.check(value);
    }

    boolean isObject() {
        return value.getValueType() == JsonValue.ValueType.OBJECT;
    }

    /** Whether nothing was sent at all. */
    public boolean isEmpty() {
        return fields().findAny().isEmpty();
    }

    /**
     * Names the fields that were sent beyond some known ones, in their order; empty where there are none. The positions
     * of an array or a text count as its fields. Of very many, the first are named; what does not look like a name is
     * not repeated, since it may be a whole body of another type, with a password in it.
     */
    public String fieldsOtherThan(Set<String> known) {
        var unknown = fields().filter(field -> !known.contains(field)).limit(MOST_NAMED + 1L).toList();
        var named = unknown.stream().limit(MOST_NAMED)
                .map(name -> NAME.matcher(name).matches() ? name : "(unreadable)").distinct().collect(Collectors.joining(", "));
        return unknown.size() > MOST_NAMED ? named + ", …" : named;
    }

    private Stream<String> fields() {
        if (value instanceof JsonObject object) {
            return object.keySet().stream();
        }
        var length = value instanceof JsonArray array ? array.size() : ((JsonString) value).getChars().length();
        return IntStream.range(0, length).mapToObj(Integer::toString);
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
