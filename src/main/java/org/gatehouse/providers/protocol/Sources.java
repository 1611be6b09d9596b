package org.gatehouse.providers.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.platform.JsonValues;

/**
 * Everything that is known about a login, by the names under which a {@link org.gatehouse.spi.Mapping} points into it. What
 * is not there is not there: no answer of a provider makes reading it fail.
 */
final class Sources {

    static final String PROFILE = "";
    static final String TOKEN = "token";
    static final String ID_TOKEN = "id_token";
    static final String CALLBACK = "callback";

    private static final int MOST_DIGITS = 60;

    private final Map<String, JsonValue> answers = new HashMap<>();

    Sources with(String name, JsonValue answer) {
        answers.put(name, answer);
        return this;
    }

    Sources with(CallbackParameters parameters) {
        var values = JsonValues.object();
        parameters.values().keySet().stream().filter(name -> parameters.single(name) != null)
                .forEach(name -> values.add(name, readIfJson(parameters.single(name))));
        return with(CALLBACK, values.build());
    }

    private static JsonValue readIfJson(String text) {
        try {
            return text.startsWith("{") ? JsonValues.parse(text) : JsonValues.text(text);
        } catch (JsonException e) {
            return JsonValues.text(text);
        }
    }

    /** The text of the first candidate that leads to one. */
    Optional<String> text(List<String> candidates) {
        return candidates.stream().map(this::joined).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> joined(String candidate) {
        var parts = Arrays.stream(candidate.split(" ")).map(this::text).flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Optional.of(parts).filter(text -> !text.isBlank());
    }

    /** The text that a single reference leads to. */
    Optional<String> text(String reference) {
        return value(reference).map(Sources::text);
    }

    /** The value of the first candidate that leads to one. */
    Optional<JsonValue> first(List<String> candidates) {
        return candidates.stream().map(this::value).flatMap(Optional::stream).findFirst();
    }

    /** The value that a reference such as {@code emails:/0/email} leads to. */
    Optional<JsonValue> value(String reference) {
        var colon = reference.indexOf(':');
        var source = colon < 0 || reference.startsWith("/") ? PROFILE : reference.substring(0, colon);
        return Optional.ofNullable(answers.get(source))
                .flatMap(answer -> at(answer, source.equals(PROFILE) ? reference : reference.substring(colon + 1)));
    }

    /** What a JSON Pointer (RFC 6901) leads to. */
    static Optional<JsonValue> at(JsonValue value, String pointer) {
        var current = Optional.of(value);
        for (var token : pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/", -1))) {
            current = current.map(from -> member(from, token.replace("~1", "/").replace("~0", "~")));
        }
        return current.filter(found -> found != JsonValue.NULL);
    }

    private static JsonValue member(JsonValue value, String name) {
        if (value instanceof JsonArray array && name.matches("\\d{1,6}")) {
            return Integer.parseInt(name) < array.size() ? array.get(Integer.parseInt(name)) : null;
        }
        return value instanceof JsonObject object ? object.get(name) : null;
    }

    /** The text of a text or number; null for anything else, for blank texts, and for what no database can store. */
    static String text(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return plain(number.bigDecimalValue());
        }
        return value instanceof JsonString string && !string.getString().isBlank() && isStorable(string.getString())
                ? string.getString().strip() : null;
    }

    /** All digits, unless an exponent makes them very many. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS ? null : number.toPlainString();
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
