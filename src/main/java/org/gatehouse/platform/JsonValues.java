package org.gatehouse.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Map;

/**
 * Makes and reads JSON. The provider is looked up once; {@code jakarta.json.Json} would search the class path for it at
 * each call, which costs more than all else about a small answer.
 */
public final class JsonValues {

    /** Deeper than anybody nests by hand, and far from what overflows a stack. */
    private static final int DEEPEST = 100;
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private JsonValues() {
    }

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** Begins with the fields of another. */
    public static JsonObjectBuilder object(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    /** Of texts, numbers, flags, nulls, JSON values, and maps and collections of them. */
    public static JsonObject ofMap(Map<String, Object> fields) {
        return PROVIDER.createObjectBuilder(fields).build();
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    public static JsonArrayBuilder array(Collection<?> elements) {
        return PROVIDER.createArrayBuilder(elements);
    }

    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    public static JsonNumber number(long number) {
        return PROVIDER.createValue(number);
    }

    public static JsonNumber number(BigDecimal number) {
        return PROVIDER.createValue(number);
    }

    /** A time as the API writes it, in milliseconds and UTC: {@code 2026-01-01T12:00:00.000Z}. */
    public static JsonString time(Instant time) {
        return text(MILLISECONDS.format(time));
    }

    /**
     * Reads an object or an array.
     *
     * @throws JsonException if the text is neither
     */
    public static JsonStructure parse(String text) {
        refuseDeep(text);
        try (var parser = PROVIDER.createParser(new StringReader(text))) {
            parser.next();
            var structure = (JsonStructure) parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("there is something after the end");
            }
            return structure;
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) { // parsers have exceptions of their own, such as for numbers that are too long
            throw new JsonException("there is no JSON object or array", e);
        }
    }

    private static void refuseDeep(String text) {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> inString = !inString;
                case '{', '[' -> depth += inString ? 0 : 1;
                case '}', ']' -> depth -= inString ? 0 : 1;
                default -> {
                }
            }
            if (depth > DEEPEST) {
                throw new JsonException("it is nested too deep");
            }
        }
    }

    /**
     * Reads an object that we wrote ourselves.
     *
     * @throws ClassCastException if it is none
     */
    public static JsonObject parseObject(String text) {
        return (JsonObject) parse(text);
    }
}
