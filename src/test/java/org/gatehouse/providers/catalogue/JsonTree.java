package org.gatehouse.providers.catalogue;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document that grows where JSON Pointers lead; a number in a pointer makes an array. */
final class JsonTree {

    private Object root;

    /** Puts a value in the place of a pointer, unless one is there already, and says what is there now. */
    Object put(String pointer, Object value) {
        var steps = pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/", -1));
        root = grown(root, steps, value);
        return get(steps);
    }

    private static Object grown(Object node, List<String> steps, Object value) {
        if (steps.isEmpty()) {
            return node == null ? value : node;
        }
        var step = steps.get(0).replace("~1", "/").replace("~0", "~");
        var rest = steps.subList(1, steps.size());
        return step.matches("\\d+") ? grownList(node, Integer.parseInt(step), rest, value)
                : grownObject(node, step, rest, value);
    }

    @SuppressWarnings("unchecked")
    private static Object grownList(Object node, int index, List<String> rest, Object value) {
        var list = node == null ? new ArrayList<Object>() : (List<Object>) node;
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, grown(list.get(index), rest, value));
        return list;
    }

    @SuppressWarnings("unchecked")
    private static Object grownObject(Object node, String name, List<String> rest, Object value) {
        var object = node == null ? new LinkedHashMap<String, Object>() : (Map<String, Object>) node;
        object.put(name, grown(object.get(name), rest, value));
        return object;
    }

    private Object get(List<String> steps) {
        var node = root;
        for (var step : steps) {
            var name = step.replace("~1", "/").replace("~0", "~");
            node = node instanceof List<?> list ? list.get(Integer.parseInt(name)) : ((Map<?, ?>) node).get(name);
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> members() {
        return root == null ? Map.of() : (Map<String, Object>) root;
    }

    String json() {
        return root instanceof List<?> list ? Json.createArrayBuilder(list).build().toString()
                : Json.createObjectBuilder(members()).build().toString();
    }

    /** As XML elements. */
    String xml() {
        return xml(members());
    }

    private static String xml(Object node) {
        if (node instanceof Map<?, ?> object) {
            var text = new StringBuilder();
            object.forEach((name, value) -> text.append("<%1$s>%2$s</%1$s>".formatted(name, xml(value))));
            return text.toString();
        }
        return String.valueOf(node);
    }
}
