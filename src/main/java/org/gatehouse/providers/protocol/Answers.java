package org.gatehouse.providers.protocol;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.OutboundResponse;
import org.gatehouse.spi.AnswerFormat;
import org.xml.sax.SAXException;

/** Makes JSON of what providers answer. What an answer says about its own type is not believed, since it is often wrong. */
final class Answers {

    private static final List<String> EXPLANATIONS = List.of("/error_description", "/error/message", "/message",
            "/error_message", "/error", "/errors/0/message");

    private static final Set<String> NO_ERROR = Set.of("", "0", "null", "false", "ok", "OK", "{}", "[]");

    private Answers() {
    }

    /** The answer as an object or array; empty if it cannot be read as such. */
    static Optional<JsonValue> read(OutboundResponse response, AnswerFormat format) {
        try {
            var text = response.body().strip();
            return switch (format) {
                case AUTO -> Optional.ofNullable(jsonOrForm(text));
                case XML -> Optional.of(Xml.parse(text));
                case JSONP -> Optional.of(JsonValues.parse(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'))));
            };
        } catch (JsonException | ClassCastException | SAXException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static JsonValue jsonOrForm(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            return JsonValues.parse(text);
        }
        return text.startsWith("<") || !text.contains("=") ? null : form(text);
    }

    private static JsonObject form(String text) {
        var object = JsonValues.object();
        URLUtils.parseParameters(text).forEach((name, values) -> object.add(name, values.get(0)));
        return object.build();
    }

    /**
     * Whether an answer reports an error although its status says that all is well, as GitHub's and Slack's do. Others have
     * the member in every answer, and say in it that there is none.
     */
    static boolean isError(JsonValue answer) {
        var error = Sources.at(answer, "/error").orElse(JsonValue.NULL);
        var code = Sources.at(error, "/code").orElse(error);
        return !NO_ERROR.contains(code instanceof JsonString text ? text.getString() : code.toString())
                && Sources.at(answer, "/access_token").isEmpty();
    }

    /** What a provider says went wrong, in its own words. */
    static Optional<String> explanation(JsonValue answer) {
        return EXPLANATIONS.stream().map(pointer -> Sources.at(answer, pointer)).flatMap(Optional::stream)
                .flatMap(found -> found instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty())
                .filter(text -> !text.isBlank()).findFirst();
    }
}
