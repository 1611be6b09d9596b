package org.gatehouse.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Compares what came with what was recorded and names every deviation with its place.
 *
 * <p>Everything has to be there and nothing else may be: a field too many can be a leak. Only the order of an object's
 * fields is free; only placeholders stand for more than one value.
 */
final class Comparison {

    private final Placeholders placeholders;
    private final List<String> deviations = new ArrayList<>();

    private Comparison(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** Empty when the actual value is as expected. */
    static List<String> deviations(JsonValue expected, JsonValue actual, Placeholders placeholders) {
        Comparison comparison = new Comparison(placeholders);
        comparison.compare("", expected, actual);
        return List.copyOf(comparison.deviations);
    }

    private void compare(String place, JsonValue expected, JsonValue actual) {
        if (expected.getValueType() == ValueType.OBJECT && actual.getValueType() == ValueType.OBJECT) {
            compareFields(place, expected.asJsonObject(), actual.asJsonObject());
        } else if (expected.getValueType() == ValueType.ARRAY && actual.getValueType() == ValueType.ARRAY) {
            compareElements(place, expected.asJsonArray(), actual.asJsonArray());
        } else if (!sameValue(expected, actual)) {
            deviations.add(place + ": expected " + shortened(expected) + " but got " + shortened(actual));
        }
    }

    private void compareFields(String place, JsonObject expected, JsonObject actual) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        for (String name : names) {
            String field = place + "/" + name;
            if (!actual.containsKey(name)) {
                deviations.add(field + ": missing, expected " + shortened(expected.get(name)));
            } else if (!expected.containsKey(name)) {
                deviations.add(field + ": not expected, got " + shortened(actual.get(name)));
            } else {
                compare(field, expected.get(name), actual.get(name));
            }
        }
    }

    private void compareElements(String place, JsonArray expected, JsonArray actual) {
        if (expected.size() != actual.size()) {
            deviations.add(place + ": expected " + expected.size() + " elements but got " + shortened(actual));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(place + "/" + i, expected.get(i), actual.get(i));
        }
    }

    private boolean sameValue(JsonValue expected, JsonValue actual) {
        if (!(expected instanceof JsonString text)) {
            return expected.equals(actual);
        }
        if (text.getString().startsWith("{{id ")) {
            return actual instanceof JsonNumber && placeholders.matches(text.getString(), actual.toString());
        }
        return actual instanceof JsonString string && placeholders.matches(text.getString(), string.getString());
    }

    private static String shortened(JsonValue value) {
        String text = value.toString();
        return text.length() > 500 ? text.substring(0, 500) + "..." : text;
    }
}
