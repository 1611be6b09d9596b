package org.gatehouse.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Keeps out text that a database cannot store: NUL characters, half of a surrogate pair, and bytes that are no UTF-8. */
final class Unicode {

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
        if (value instanceof JsonString string) {
            check(string.getString());
        } else if (value instanceof JsonArray array) {
            array.forEach(Unicode::check);
        } else if (value instanceof JsonObject object) {
            object.forEach((name, field) -> {
                check(name);
                check(field);
            });
        }
    }

    private static void check(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw PlatformError.UNREADABLE_TEXT.exception();
        }
    }
}
