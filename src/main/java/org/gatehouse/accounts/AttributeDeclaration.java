package org.gatehouse.accounts;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One attribute that the operator declared, such as {@code nickname:string}. */
record AttributeDeclaration(String name, Type type) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Set<String> RESERVED = Set.of("id", "documentId", "username", "email", "provider", "password",
            "confirmed", "blocked", "role", "createdAt", "updatedAt", "publishedAt", "resetPasswordToken",
            "confirmationToken");
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NUMBER = 20;

    /** What a value may be; null is always allowed. */
    enum Type {
        STRING, INTEGER, NUMBER, BOOLEAN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AttributeDeclaration parse(String text) {
        var parts = text.split(":", 2);
        if (parts.length != 2 || !NAME.matcher(parts[0]).matches() || RESERVED.contains(parts[0])) {
            throw new IllegalArgumentException("'" + text + "'");
        }
        return new AttributeDeclaration(parts[0], Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    boolean accepts(JsonValue value) {
        if (value == JsonValue.NULL) {
            return true;
        }
        return switch (type) {
            case STRING -> value instanceof JsonString string && string.getChars().length() <= LONGEST_TEXT;
            case BOOLEAN -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case NUMBER -> value instanceof JsonNumber number && number.toString().length() <= LONGEST_NUMBER;
            case INTEGER -> value instanceof JsonNumber number && number.toString().matches("-?\\d{1,15}");
        };
    }
}
