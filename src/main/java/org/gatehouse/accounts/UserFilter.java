package org.gatehouse.accounts;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.JsonValues;

/**
 * Compiles the {@code filters} of a query, such as {@code {"username":{"$containsi":"li"},"blocked":"false"}}, into one
 * condition with bind parameters.
 */
final class UserFilter {

    private static final String PARAMETER = "filters";

    private final CriteriaBuilder build;
    private final Root<User> user;
    private final boolean withRoles;

    UserFilter(CriteriaBuilder build, Root<User> user, boolean withRoles) {
        this.build = build;
        this.user = user;
        this.withRoles = withRoles;
    }

    Predicate compile(JsonValue filters) {
        return all(filters, this::ofUser);
    }

    private Predicate ofUser(String name, JsonValue value) {
        if (name.equals("role") && withRoles) {
            return all(value, (field, condition) -> ofField(role(user), field, QueryFields.ofRole(field), condition));
        }
        return ofField(user, name, QueryFields.ofUser(name), value);
    }

    private Predicate ofField(From<?, ?> owner, String name, Optional<FieldType> type, JsonValue value) {
        var comparison = new FieldComparison(build, owner.get(name(name, type)), name, type.orElseThrow());
        if (!(value instanceof JsonObject operators)) {
            return value instanceof JsonArray list ? comparison.of("$in", list) : comparison.of("$eq", value);
        }
        return build.and(operators.entrySet().stream()
                .map(operator -> operator.getKey().equals("$not")
                        ? build.not(ofField(owner, name, type, operator.getValue()))
                        : comparison.of(operator.getKey(), operator.getValue()))
                .toArray(Predicate[]::new));
    }

    private static String name(String name, Optional<FieldType> type) {
        return type.map(known -> name).orElseThrow(() -> QueryFields.invalid(name, PARAMETER));
    }

    /** The role of the user, joined once however often a query names it. */
    static From<?, ?> role(Root<User> user) {
        return user.getJoins().stream().<From<?, ?>>map(join -> join).findFirst()
                .orElseGet(() -> user.join("role", JoinType.LEFT));
    }

    /** All conditions of an object together, and what joins or negates them. */
    private Predicate all(JsonValue conditions, Condition condition) {
        return build.and(entries(conditions).stream().map(entry -> switch (entry.getKey()) {
            case "$and" -> build.and(each(entry.getValue(), condition));
            case "$or" -> build.or(each(entry.getValue(), condition));
            case "$not" -> build.not(all(entry.getValue(), condition));
            default -> condition.of(entry.getKey(), entry.getValue());
        }).toArray(Predicate[]::new));
    }

    private Predicate[] each(JsonValue list, Condition condition) {
        var elements = list instanceof JsonArray array ? List.<JsonValue>copyOf(array) : List.of(list);
        return elements.stream().map(element -> all(element, condition)).toArray(Predicate[]::new);
    }

    private static List<Map.Entry<String, JsonValue>> entries(JsonValue conditions) {
        if (conditions instanceof JsonObject object) {
            return List.copyOf(object.entrySet());
        }
        var shown = conditions instanceof JsonString text ? text.getString() : JsonValues.array().build().toString();
        throw QueryFields.invalid("Invalid key " + shown, shown, null, PARAMETER);
    }

    /** One named condition. */
    private interface Condition {
        Predicate of(String name, JsonValue value);
    }
}
