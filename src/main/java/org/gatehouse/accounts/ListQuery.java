package org.gatehouse.accounts;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;

/**
 * What a client wants to see of users: which, in what order, how many, and what of each. Parameters that mean nothing
 * here are passed over; names that may not be named are refused.
 *
 * @param filters   the conditions; an empty object where there are none
 * @param search    a text that any of the text fields contains
 * @param order     by what to sort, the most important first
 * @param fields    what to show of each user
 * @param withRole  whether to show the role with each user
 * @param start     how many to pass over
 * @param limit     how many to answer at most
 * @param seesRoles whether the caller may see roles, and so name them
 */
record ListQuery(JsonValue filters, Optional<String> search, List<Order> order, Set<String> fields, boolean withRole,
        int start, int limit, boolean seesRoles) {

    /** More than anybody reads at once, and less than would hurt. */
    static final int MOST = 1000;

    private static final int MOST_KEYS = 10;
    private static final String ROLE = "role";

    /** One key to sort by; {@code role.name} and the like for the role's. */
    record Order(String field, boolean descending) {
    }

    static ListQuery parse(Input query, boolean seesRoles) {
        var paging = query.get("pagination") instanceof JsonObject object ? new Input(object) : query;
        var size = number(paging, "pageSize").or(() -> number(paging, "limit")).or(() -> number(query, "limit"))
                .filter(limit -> limit >= 0).map(limit -> Math.min(limit, MOST)).orElse(MOST);
        var start = number(paging, "start").or(() -> number(query, "start"))
                .or(() -> number(paging, "page").map(page -> start(page, size))).orElse(0);
        return new ListQuery(
                Optional.ofNullable(query.get("filters")).orElse(JsonValue.EMPTY_JSON_OBJECT),
                query.text("_q").filter(text -> !text.isEmpty()),
                texts(query.get("sort")).map(text -> order(text, seesRoles)).distinct().limit(MOST_KEYS).toList(),
                fields(query.get("fields")),
                populatesRole(query.get("populate")) && seesRoles,
                Math.max(start, 0), size, seesRoles);
    }

    /** The same of a single user: there are no pages. */
    ListQuery ofOne() {
        return new ListQuery(filters, search, order, fields, withRole, 0, 1, seesRoles);
    }

    private static int start(int page, int size) {
        return (int) Math.min((Math.max(page, 1) - 1L) * size, Integer.MAX_VALUE);
    }

    private static Order order(String text, boolean seesRoles) {
        var parts = text.split(":", 2);
        var name = parts[0];
        var known = QueryFields.ofUser(name).isPresent() || seesRoles && name.startsWith(ROLE + ".")
                && QueryFields.ofRole(name.substring(ROLE.length() + 1)).isPresent();
        if (!known) {
            throw QueryFields.invalid(name, "sort");
        }
        return new Order(name, parts.length == 2 && parts[1].equalsIgnoreCase("desc"));
    }

    private static Set<String> fields(JsonValue value) {
        var fields = new LinkedHashSet<>(List.of("id", "documentId"));
        var named = texts(value).toList();
        if (named.isEmpty() || named.contains("*")) {
            return QueryFields.namesOfUser();
        }
        named.forEach(name -> {
            if (QueryFields.ofUser(name).isEmpty()) {
                throw QueryFields.invalid(name, "fields");
            }
            fields.add(name);
        });
        return fields;
    }

    private static boolean populatesRole(JsonValue value) {
        var named = value instanceof JsonObject object ? new ArrayList<>(object.keySet()) : texts(value).toList();
        named.stream().filter(name -> !List.of("*", ROLE, "true").contains(name)).findFirst().ifPresent(name -> {
            throw QueryFields.invalid(name, "populate");
        });
        return !named.isEmpty();
    }

    /** A text with commas, a list of texts, or an object such as {@code {"username":"desc"}}. */
    private static Stream<String> texts(JsonValue value) {
        if (value instanceof JsonString text) {
            return Arrays.stream(text.getString().split(",")).map(String::strip).filter(part -> !part.isEmpty());
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(ListQuery::texts);
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + texts(entry.getValue()).findFirst().orElse(""));
        }
        return Stream.empty();
    }

    private static Optional<Integer> number(Input input, String name) {
        return input.text(name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new ApiException(ErrorName.VALIDATION, "Invalid " + name + " param. It must be a whole number",
                        JsonValues.object().add("key", name).add("source", "query").add("param", name).build());
            }
        });
    }
}
