package org.gatehouse.importing;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.Unicode;

/**
 * One row of a source. A database calls a field {@code created_at} and an export {@code createdAt}; either name finds it.
 *
 * @param roleId the role it is linked to, as the source numbers roles
 */
record SourceRow(long id, Map<String, JsonValue> fields, Optional<Long> roleId) {

    static SourceRow of(long id, JsonObject data, Optional<Long> roleId) {
        var fields = new HashMap<String, JsonValue>();
        data.forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                fields.put(plain(name), value);
            }
        });
        return new SourceRow(id, fields, roleId);
    }

    SourceRow linkedTo(Optional<Long> role) {
        return new SourceRow(id, fields, role);
    }

    Optional<JsonValue> field(String name) {
        return Optional.ofNullable(fields.get(plain(name)));
    }

    /** A text that is not empty. */
    Optional<String> text(String name) {
        return field(name).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString())
                .filter(text -> !text.isEmpty());
    }

    /** True where it is nothing else: databases without truth values have 1 for it. */
    boolean flag(String name) {
        return field(name).filter(value -> value == JsonValue.TRUE
                || value instanceof JsonNumber number && number.toString().equals("1")).isPresent();
    }

    /** A time as text, or in milliseconds. */
    Optional<Instant> time(String name) {
        return field(name).flatMap(value -> {
            try {
                var time = value instanceof JsonNumber number ? Instant.ofEpochMilli(number.longValue())
                        : value instanceof JsonString text ? OffsetDateTime.parse(text.getString()).toInstant() : null;
                return Optional.ofNullable(time).filter(SourceRow::isOfOurAge);
            } catch (DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether all its texts are ones that a database stores. */
    boolean isStorable() {
        return fields.values().stream().allMatch(Unicode::isStorable);
    }

    private static boolean isOfOurAge(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2100-01-01T00:00:00Z"));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Never prints what is in it. */
    @Override
    public String toString() {
        return "SourceRow " + id;
    }
}
