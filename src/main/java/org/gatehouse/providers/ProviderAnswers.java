package org.gatehouse.providers;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.QueryString;
import org.gatehouse.providers.protocol.CallbackParameters;

/** Reads what providers send through the browser. Parameters that were sent several times keep all their values. */
final class ProviderAnswers {

    private ProviderAnswers() {
    }

    static CallbackParameters inQuery(String query) {
        return in(QueryString.input(query));
    }

    static CallbackParameters in(Input input) {
        var values = new LinkedHashMap<String, List<String>>();
        if (input.value() instanceof JsonObject object) {
            object.forEach((name, value) -> values.put(name, texts(value)));
        }
        return new CallbackParameters(values);
    }

    private static List<String> texts(JsonValue value) {
        if (value instanceof JsonArray several) {
            return several.stream().map(ProviderAnswers::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
