package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Settings;

/**
 * What the operator wants to know of people beyond what every account has: declared with {@code
 * gatehouse.user.attributes}, stored as a JSON object, and shown with the user.
 */
@Singleton
class UserAttributes {

    private final Settings settings;

    @Inject
    UserAttributes(Settings settings) {
        this.settings = settings;
    }

    /**
     * Takes the declared attributes among some fields of an input; others are passed over.
     *
     * @throws ApiException if a value is not of the declared type
     */
    Map<String, JsonValue> read(Input input, List<String> fields) {
        var values = new LinkedHashMap<String, JsonValue>();
        for (var attribute : settings.get(AccountSettings.ATTRIBUTES)) {
            var value = fields.contains(attribute.name()) ? input.get(attribute.name()) : null;
            if (value != null) {
                if (!attribute.accepts(value)) {
                    throw new ApiException(ErrorName.VALIDATION, attribute.name() + " must be a `"
                            + attribute.type() + "` type", JsonValue.EMPTY_JSON_OBJECT);
                }
                values.put(attribute.name(), value);
            }
        }
        return values;
    }

    /** Those declared attributes that a source has in the declared type; others are passed over. */
    Map<String, JsonValue> acceptable(Function<String, Optional<JsonValue>> source) {
        var values = new LinkedHashMap<String, JsonValue>();
        settings.get(AccountSettings.ATTRIBUTES).forEach(attribute -> source.apply(attribute.name())
                .filter(attribute::accepts).ifPresent(value -> values.put(attribute.name(), value)));
        return values;
    }

    /** The same of a source that is a JSON object. */
    Map<String, JsonValue> acceptable(JsonObject values) {
        return acceptable(name -> Optional.ofNullable(values.get(name)));
    }

    /** The names of all declared attributes. */
    List<String> declared() {
        return settings.get(AccountSettings.ATTRIBUTES).stream().map(AttributeDeclaration::name).toList();
    }

    /** A user's attributes with some of them changed, in the form in which they are stored; empty if none is. */
    Optional<String> merged(User user, Map<String, JsonValue> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var all = new LinkedHashMap<String, JsonValue>(
                user.attributes().map(JsonValues::parseObject).orElse(JsonValue.EMPTY_JSON_OBJECT));
        all.putAll(changes);
        return stored(all);
    }

    /** The stored attributes that are still declared; the others stay hidden until they are again. */
    Map<String, JsonValue> shown(User user) {
        var declared = settings.get(AccountSettings.ATTRIBUTES);
        if (declared.isEmpty()) {
            return Map.of();
        }
        var stored = user.attributes().map(JsonValues::parseObject).orElse(JsonValue.EMPTY_JSON_OBJECT);
        var shown = new LinkedHashMap<String, JsonValue>();
        declared.forEach(attribute ->
                shown.put(attribute.name(), stored.getOrDefault(attribute.name(), JsonValue.NULL)));
        return shown;
    }

    /** The form in which attributes are stored; empty where there are none. */
    static Optional<String> stored(Map<String, JsonValue> values) {
        var object = JsonValues.object();
        values.forEach(object::add);
        return values.isEmpty() ? Optional.empty() : Optional.of(object.build().toString());
    }
}
