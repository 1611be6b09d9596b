package org.gatehouse.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;

/** A value that a client sent and that is shown to it again, to help it find a mistake. */
final class ShownValue {

    /** What is longer helps nobody, and would let a small request make a huge answer. */
    private static final int LONGEST = 1000;
    /** What is nested deeper is not shown: the indentation alone would make it large. */
    private static final int DEEPEST = 5;

    private ShownValue() {
    }

    /** Whether a value is small and has nothing in it that is called a password. */
    static boolean mayBeShown(JsonValue value) {
        return isShallow(value, DEEPEST) && value.toString().length() <= LONGEST;
    }

    /** Prints as the contract does: indented by two blanks, texts in quotes and leaves once more as JSON texts. */
    static String print(JsonValue value) {
        return print(value, "");
    }

    private static boolean isShallow(JsonValue value, int depth) {
        if (value instanceof JsonArray array) {
            return depth > 0 && array.stream().allMatch(element -> isShallow(element, depth - 1));
        }
        return !(value instanceof JsonObject object) || depth > 0 && object.entrySet().stream().allMatch(field ->
                !field.getKey().toLowerCase(Locale.ROOT).contains("password") && isShallow(field.getValue(), depth - 1));
    }

    private static String print(JsonValue value, String indent) {
        var inner = indent + "  ";
        if (value instanceof JsonArray array) {
            return array.isEmpty() ? "[]" : "[\n" + String.join(",\n",
                    array.stream().map(element -> inner + leaf(element, inner)).toList()) + "\n" + indent + "]";
        }
        if (value instanceof JsonObject object) {
            return object.isEmpty() ? "{}" : "{\n" + String.join(",\n", object.entrySet().stream().map(
                    field -> inner + JsonValues.text(field.getKey()) + ": " + leaf(field.getValue(), inner)).toList())
                    + "\n" + indent + "}";
        }
        return value.toString();
    }

    private static String leaf(JsonValue value, String indent) {
        return value instanceof JsonArray || value instanceof JsonObject
                ? print(value, indent) : JsonValues.text(value.toString()).toString();
    }
}
