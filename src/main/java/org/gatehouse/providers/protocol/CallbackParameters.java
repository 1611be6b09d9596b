package org.gatehouse.providers.protocol;

import java.util.List;
import java.util.Map;

/** What a provider sent through the browser, in the query or, with {@code response_mode=form_post}, in the body. */
public record CallbackParameters(Map<String, List<String>> values) {

    static final CallbackParameters NONE = new CallbackParameters(Map.of());

    public CallbackParameters {
        values = Map.copyOf(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The only value of a parameter; null if there is none, or if there are several, which no provider means. */
    String single(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.size() == 1 ? all.get(0) : null;
    }

    /** They hold codes. */
    @Override
    public String toString() {
        return "CallbackParameters" + values.keySet();
    }
}
