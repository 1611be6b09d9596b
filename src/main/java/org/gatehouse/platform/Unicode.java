package org.gatehouse.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Keeps out text that a database cannot store: NUL characters, half of a surrogate pair, and bytes that are no UTF-8. */
public final class Unicode {

    private Unicode() {
    }

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw PlatformError.UNREADABLE_TEXT.exception();
        }
    }

    static void check(JsonValue value) {
        if (!isStorable(value)) {
            throw PlatformError.UNREADABLE_TEXT.exception();
        }
    }

    /** Whether every text in the value, names included, is one that a database stores. */
    public static boolean isStorable(JsonValue value) {
        if (value instanceof JsonString string) {
            return isStorable(string.getString());
        }
        if (value instanceof JsonArray array) {
            return array.stream().allMatch(Unicode::isStorable);
        }
        return !(value instanceof JsonObject object) || object.entrySet().stream()
                .allMatch(field -> isStorable(field.getKey()) && isStorable(field.getValue()));
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
