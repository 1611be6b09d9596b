package org.gatehouse.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks the fields of an input and reports all that is wrong at once, in the words and the order of the contract.
 * Values are echoed where that helps to find a mistake, but never of a {@link #secret}, never a whole body, and nothing
 * that is large.
 *
 * <pre>{@code
 * var check = Validation.ofObject(input);
 * var identifier = check.text("identifier");
 * var password = check.secret("password");
 * check.finish();
 * }</pre>
 */
public final class Validation {

    private final Input input;
    private final List<JsonObject> errors = new ArrayList<>();

    private Validation(Input input) {
        this.input = input;
    }

    /** Begins with an input of any shape; where it is no object, all fields are missing. */
    public static Validation of(Input input) {
        return new Validation(input);
    }

    /** Begins with an input that must be an object; it is refused at once where it is not. */
    public static Validation ofObject(Input input) {
        return new Validation(input).requireObject();
    }

    /** Reports fields that are not among these. */
    public Validation only(String... known) {
        var unknown = input.fieldsOtherThan(Set.of(known));
        if (!unknown.isEmpty()) {
            error(null, "this field has unspecified keys: " + unknown, null);
        }
        return this;
    }

    /** A text that must be there; the answer means nothing where {@link #finish} refuses. */
    @SafeVarargs
    public final String text(String field, Function<String, Optional<String>>... rules) {
        return field(field, false, rules);
    }

    /** A text that must be there and is never echoed. */
    @SafeVarargs
    public final String secret(String field, Function<String, Optional<String>>... rules) {
        return field(field, true, rules);
    }

    /** A text that may be missing, but not empty or of another type. */
    @SafeVarargs
    public final Optional<String> optionalText(String field, Function<String, Optional<String>>... rules) {
        return input.get(field) == null ? Optional.empty() : Optional.of(field(field, false, rules));
    }

    /** A text that may be missing or empty, but not of another type. */
    @SafeVarargs
    public final Optional<String> possiblyEmptyText(String field, Function<String, Optional<String>>... rules) {
        return input.text(field).filter(String::isEmpty).or(() -> optionalText(field, rules));
    }

    /** True or false, or missing; forms have it as a text. */
    public Optional<Boolean> flag(String field) {
        var value = input.get(field);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        var text = input.text(field).orElseGet(value::toString);
        if (!text.equals("true") && !text.equals("false")) {
            wrongType(field, "boolean");
        }
        return Optional.of(text.equals("true"));
    }

    /** Reports that a field, or something within one, was not sent. */
    public void missing(String... path) {
        refuseAt(null, String.join(".", path) + " is a required field", path);
    }

    /** Reports that a field is of another type than it must be. */
    public void wrongType(String field, String type) {
        var shown = ShownValue.mayBeShown(input.get(field)) ? input.get(field) : null;
        refuseAt(shown, typeMessage(field, type, shown), field);
    }

    /** Reports what is wrong with something within a field. */
    public void refuseAt(JsonValue shown, String problem, String... path) {
        var error = JsonValues.object().add("path", JsonValues.array(List.of(path))).add("message", problem)
                .add("name", "ValidationError");
        if (shown != null) {
            error.add("value", shown);
        }
        errors.add(error.build());
    }

    /** Reports what a use case found wrong with a field; the value is not echoed. */
    public Validation refuse(String field, String problem) {
        error(field, problem, null);
        return this;
    }

    /** Reports what a use case found wrong with a field, echoing its value. */
    public Validation refuseShowing(String field, String problem) {
        error(field, problem, ShownValue.mayBeShown(input.get(field)) ? input.get(field) : null);
        return this;
    }

    /** Refuses the request if anything was reported. */
    public void finish() {
        if (!errors.isEmpty()) {
            var message = errors.size() == 1 ? errors.get(0).getString("message") : errors.size() + " errors occurred";
            throw new ApiException(ErrorName.VALIDATION, message,
                    JsonValues.object().add("errors", JsonValues.array(errors)).build());
        }
    }

    private Validation requireObject() {
        if (!input.isObject()) {
            var shown = input.isEmpty() ? input.value() : null;
            error(null, typeMessage("this", "object", shown), shown);
            finish();
        }
        return this;
    }

    private String field(String field, boolean secret, Function<String, Optional<String>>[] rules) {
        var value = input.get(field);
        if (value == null || value instanceof JsonString string && string.getString().isEmpty()) {
            error(field, field + " is a required field", value);
            return "";
        }
        var shown = secret && value != JsonValue.NULL || !ShownValue.mayBeShown(value) ? null : value;
        if (!(value instanceof JsonString string)) {
            error(field, typeMessage(field, "string", shown), shown);
            return "";
        }
        for (var rule : rules) {
            rule.apply(string.getString()).ifPresent(problem -> error(field, problem, shown));
        }
        return string.getString();
    }

    private void error(String field, String message, JsonValue shown) {
        refuseAt(shown, message, field == null ? new String[0] : new String[] {field});
    }

    private static String typeMessage(String field, String type, JsonValue shown) {
        return field + " must be a `" + type + "` type"
                + (shown == null ? "" : ", but the final value was: `" + ShownValue.print(shown) + "`.");
    }
}
