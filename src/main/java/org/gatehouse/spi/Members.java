package org.gatehouse.spi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads the members of a JSON object; one that nobody asks for, or of another type than expected, is a mistake. */
final class Members {

    private final String path;
    private final JsonObject object;
    private final Set<String> asked = new HashSet<>();

    private Members(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /**
     * Reads an object whole.
     *
     * @param path names it to whoever made a mistake in it
     */
    static <T> T read(String path, JsonObject object, Function<Members, T> reader) {
        var members = new Members(path, object);
        var value = reader.apply(members);
        members.nothingElse();
        return value;
    }

    boolean has(String name) {
        return value(name, JsonValue.class) != null;
    }

    String text(String name) {
        return text(name, null);
    }

    String text(String name, String otherwise) {
        var value = value(name, JsonString.class);
        return value == null ? otherwise : value.getString();
    }

    String required(String name) {
        var text = text(name);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    boolean flag(String name, boolean otherwise) {
        var value = value(name, JsonValue.class);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(name, "must be true or false");
        }
        return value == null ? otherwise : value == JsonValue.TRUE;
    }

    List<String> texts(String name) {
        return texts(name, List.of());
    }

    /** An array of texts, or a single one. */
    List<String> texts(String name, List<String> otherwise) {
        var value = value(name, JsonValue.class);
        if (value == null) {
            return otherwise;
        }
        var elements = value instanceof JsonArray array ? array : List.of(value);
        return elements.stream().map(element -> cast(name, element, JsonString.class).getString()).toList();
    }

    /** Texts by name, in their order. */
    Map<String, String> map(String name) {
        return objects(name, JsonString.class, (key, value) -> value.getString());
    }

    /** Objects by name, in their order. */
    <T> Map<String, T> objects(String name, Function<Members, T> reader) {
        return objects(name, JsonObject.class, (key, value) -> read(path + "." + name + "." + key, value, reader));
    }

    private <V extends JsonValue, T> Map<String, T> objects(String name, Class<V> type, BiFunction<String, V, T> reader) {
        var value = value(name, JsonObject.class);
        if (value == null) {
            return Map.of();
        }
        var read = new LinkedHashMap<String, T>();
        value.forEach((key, element) -> read.put(key, reader.apply(key, cast(name, element, type))));
        return Collections.unmodifiableMap(read);
    }

    /** An object; where there is none, what is read from an empty one. */
    <T> T object(String name, Function<Members, T> reader) {
        var value = value(name, JsonObject.class);
        return read(path + "." + name, value == null ? JsonValue.EMPTY_JSON_OBJECT : value, reader);
    }

    /** A constant, written in lower case, with dashes or underscores. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(otherwise.getDeclaringClass(), text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "cannot be " + text);
        }
    }

    private <V extends JsonValue> V value(String name, Class<V> type) {
        asked.add(name);
        var value = object.get(name);
        return value == null || value == JsonValue.NULL ? null : cast(name, value, type);
    }

    private <V extends JsonValue> V cast(String name, JsonValue value, Class<V> type) {
        if (!type.isInstance(value)) {
            throw wrong(name, "must not be " + value.getValueType().name().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    private void nothingElse() {
        object.keySet().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(name, "is not known");
        });
    }

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(path + "." + name + " " + what);
    }
}
