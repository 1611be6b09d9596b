package org.gatehouse.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads query strings and URL-encoded forms in which brackets nest: {@code a[b]=1&c[0]=x} is {@code
 * {"a":{"b":"1"},"c":["x"]}}. A repeated or empty bracket adds to a list. All values are texts.
 */
public final class QueryString {

    private static final int MOST_PARAMETERS = 1000;
    private static final int DEEPEST = 10;
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");

    private QueryString() {
    }

    /** The parameters of a query, as an input to be validated; null means no query. */
    public static Input input(String rawQuery) {
        return new Input(parse(rawQuery == null ? "" : rawQuery));
    }

    static JsonObject parse(String encoded) {
        var root = new LinkedHashMap<String, Object>();
        var parameters = encoded.split("&", MOST_PARAMETERS + 1);
        for (var i = 0; i < Math.min(parameters.length, MOST_PARAMETERS); i++) {
            if (!parameters[i].isEmpty()) {
                var pair = parameters[i].split("=", 2);
                put(root, decode(pair[0]), pair.length == 1 ? "" : decode(pair[1]));
            }
        }
        return object(root);
    }

    private static void put(Map<String, Object> root, String name, String value) {
        var end = name.indexOf('[');
        var brackets = end > 0 ? BRACKET.matcher(name.substring(end)) : null;
        if (brackets == null || !brackets.lookingAt()) {
            add(root, name, value);
            return;
        }
        var path = brackets.reset().results().limit(DEEPEST).map(found -> found.group(1))
                .toList();
        var node = root;
        var key = name.substring(0, end);
        for (var step : path) {
            node = child(node, key);
            key = step.isEmpty() ? Integer.toString(node.size()) : step;
        }
        add(node, key, value);
    }

    @SuppressWarnings("unchecked") // only this class puts maps into the tree
    private static Map<String, Object> child(Map<String, Object> node, String key) {
        var child = node.get(key);
        if (!(child instanceof Map)) {
            var fresh = new LinkedHashMap<String, Object>();
            if (child != null) {
                fresh.put("0", child);
            }
            node.put(key, fresh);
            return fresh;
        }
        return (Map<String, Object>) child;
    }

    private static void add(Map<String, Object> node, String key, String value) {
        if (node.containsKey(key)) {
            var list = child(node, key);
            list.put(Integer.toString(list.size()), value);
        } else {
            node.put(key, value);
        }
    }

    private static JsonValue json(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return JsonValues.text((String) node);
        }
        if (!map.isEmpty() && map.keySet().stream().allMatch(key -> ((String) key).matches("\\d{1,4}"))) {
            return map.values().stream().map(QueryString::json)
                    .collect(JsonValues::array, JsonArrayBuilder::add,
                            JsonArrayBuilder::addAll).build();
        }
        return object(map);
    }

    private static JsonObject object(Map<?, ?> map) {
        var object = JsonValues.object();
        map.forEach((key, value) -> object.add((String) key, json(value)));
        return object.build();
    }

    /** Undoes percent-encoding to bytes, which must be UTF-8 together with what was not encoded. */
    private static String decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            if (character == '%') {
                bytes.write(hexByte(text, i + 1));
                i += 3;
            } else {
                bytes.writeBytes(Character.toString(character == '+' ? ' ' : character).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(character);
            }
        }
        return Unicode.decode(bytes.toByteArray());
    }

    private static int hexByte(String text, int start) {
        try {
            return HexFormat.fromHexDigits(text, start, start + 2);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw PlatformError.MALFORMED_FORM.exception();
        }
    }
}
