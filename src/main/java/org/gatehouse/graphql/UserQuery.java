package org.gatehouse.graphql;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;

/**
 * What a client wants to see of users, as the query of the REST API says it: there operators begin with a dollar, and
 * all values are texts.
 */
record UserQuery(JsonValue filters, JsonValue sort, long start, long limit) {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;
    /** Fields; everything else in a filter is an operator. */
    private static final Set<String> FIELDS = Set.of("documentId", "username", "email", "provider", "confirmed",
            "blocked", "role", "createdAt", "updatedAt", "publishedAt", "name", "description", "type");

    static UserQuery of(Input arguments) {
        var paging = new Input(arguments.get("pagination") instanceof JsonObject object ? object
                : JsonValue.EMPTY_JSON_OBJECT);
        var limit = Math.min(Math.max(number(paging, "pageSize").or(() -> number(paging, "limit"))
                .orElse((long) USUAL_LIMIT), 0), HIGHEST_LIMIT);
        var start = number(paging, "start").or(() -> number(paging, "page").map(page -> (page - 1) * limit)).orElse(0L);
        return new UserQuery(translated(arguments.get("filters")), arguments.get("sort"),
                Math.min(Math.max(start, 0), Integer.MAX_VALUE), limit);
    }

    /** What finds the one that is named otherwise. */
    static Input ofOne() {
        return of(new Input(JsonValue.EMPTY_JSON_OBJECT)).input();
    }

    Input input() {
        var query = JsonValues.object().add("populate", "role")
                .add("start", Long.toString(start)).add("limit", Long.toString(limit));
        Optional.ofNullable(filters).ifPresent(value -> query.add("filters", value));
        Optional.ofNullable(sort).ifPresent(value -> query.add("sort", value));
        return new Input(query.build());
    }

    Map<String, Object> pageInfo(long total) {
        var size = Math.max(limit, 1);
        return Map.of("total", total, "page", start / size + 1, "pageSize", limit, "pageCount", (total + size - 1) / size);
    }

    private static Optional<Long> number(Input paging, String name) {
        return paging.get(name) instanceof JsonNumber number ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static JsonValue translated(JsonValue filters) {
        if (filters instanceof JsonObject object) {
            var translated = JsonValues.object();
            object.forEach((name, value) -> {
                if (value != JsonValue.NULL) {
                    translated.add(FIELDS.contains(name) ? name : "$" + name, translated(value));
                }
            });
            return translated.build();
        }
        if (filters instanceof JsonArray list) {
            return JsonValues.array(list.stream().map(UserQuery::translated).toList()).build();
        }
        return filters == null || filters instanceof JsonString || filters == JsonValue.NULL
                ? filters : JsonValues.text(filters.toString());
    }
}
