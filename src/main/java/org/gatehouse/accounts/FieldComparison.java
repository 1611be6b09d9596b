package org.gatehouse.accounts;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Locale;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.JsonValues;

/** The comparisons that a filter can make with one field. */
record FieldComparison(CriteriaBuilder build, Path<?> field, String name, FieldType type) {

    private static final char ESCAPE = '!';
    private static final int MOST_VALUES = 1000;

    Predicate of(String operator, JsonValue value) {
        return switch (operator) {
            case "$eq" -> build.equal(field, read(value));
            case "$eqi" -> build.equal(lower(), lower(value));
            case "$ne" -> build.notEqual(field, read(value));
            case "$nei" -> build.notEqual(lower(), lower(value));
            case "$in" -> field.in(readAll(value));
            case "$notIn" -> build.not(field.in(readAll(value)));
            case "$lt" -> build.lessThan(comparable(), bound(value));
            case "$lte" -> build.lessThanOrEqualTo(comparable(), bound(value));
            case "$gt" -> build.greaterThan(comparable(), bound(value));
            case "$gte" -> build.greaterThanOrEqualTo(comparable(), bound(value));
            case "$between" -> between(value);
            case "$contains" -> like(text(), "%" + escaped(value) + "%");
            case "$notContains" -> build.not(like(text(), "%" + escaped(value) + "%"));
            case "$containsi" -> like(lower(), "%" + escaped(value).toLowerCase(Locale.ROOT) + "%");
            case "$notContainsi" -> build.not(like(lower(), "%" + escaped(value).toLowerCase(Locale.ROOT) + "%"));
            case "$startsWith" -> like(text(), escaped(value) + "%");
            case "$startsWithi" -> like(lower(), escaped(value).toLowerCase(Locale.ROOT) + "%");
            case "$endsWith" -> like(text(), "%" + escaped(value));
            case "$endsWithi" -> like(lower(), "%" + escaped(value).toLowerCase(Locale.ROOT));
            case "$null" -> isTrue(value) ? build.isNull(field) : build.isNotNull(field);
            case "$notNull" -> isTrue(value) ? build.isNotNull(field) : build.isNull(field);
            default -> throw QueryFields.invalid("Invalid key " + operator + " at " + name, operator, name, "filters");
        };
    }

    private Predicate between(JsonValue value) {
        if (!(value instanceof JsonArray range) || range.size() != 2) {
            throw refusal("two values");
        }
        return build.and(of("$gte", range.get(0)), of("$lte", range.get(1)));
    }

    private Predicate like(Expression<String> text, String pattern) {
        return build.like(text, pattern, ESCAPE);
    }

    @SuppressWarnings("unchecked") // the field of a text
    private Expression<String> text() {
        if (type != FieldType.TEXT) {
            throw refusal("operators for " + type.allowed() + "; this one is for texts");
        }
        return (Expression<String>) field;
    }

    private Expression<String> lower() {
        return build.lower(text());
    }

    private static String escaped(JsonValue value) {
        return (value instanceof JsonString text ? text.getString() : value.toString())
                .replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private String lower(JsonValue value) {
        return String.valueOf(read(value)).toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked") // the type of the field is that of the values it is compared with
    private Expression<? extends Comparable<Object>> comparable() {
        return (Expression<? extends Comparable<Object>>) field;
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> bound(JsonValue value) {
        return (Comparable<Object>) read(value);
    }

    private List<?> readAll(JsonValue value) {
        var values = value instanceof JsonArray array ? List.<JsonValue>copyOf(array) : List.of(value);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw refusal("1 to " + MOST_VALUES + " values");
        }
        return values.stream().map(this::read).toList();
    }

    private Comparable<?> read(JsonValue value) {
        if (!(value instanceof JsonString text)) {
            throw refusal(type.allowed());
        }
        try {
            return type.read(text.getString());
        } catch (IllegalArgumentException e) {
            throw refusal(type.allowed());
        }
    }

    private static boolean isTrue(JsonValue value) {
        return value instanceof JsonString text && List.of("true", "1").contains(text.getString());
    }

    private ApiException refusal(String allowed) {
        return new ApiException(ErrorName.VALIDATION, name + " must be compared with " + allowed,
                JsonValues.object().add("key", name).add("source", "query").add("param", "filters").build());
    }
}
