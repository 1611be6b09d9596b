package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Mail;

/**
 * What really came, in the form of the recording: an answer's status, the headers that clients go by, body, and whom an
 * issued token is for; a mail's parts.
 *
 * <p>Of the headers all that the recording could have shown are taken, so that one too many is noticed as well.
 */
final class Observed {

    private static final Set<String> HEADERS =
            Set.of("content-type", "vary", "allow", "location", "set-cookie", "retry-after");
    private static final Set<String> HEADER_FAMILIES =
            Set.of("access-control-allow-", "access-control-max-", "x-ratelimit-");
    private static final Set<String> LISTS = Set.of("vary", "allow");

    private Observed() {
    }

    static JsonObject answer(Answer answer) {
        JsonObjectBuilder headers = Json.createObjectBuilder();
        answer.headers().map().forEach((name, values) -> {
            if (counts(name.toLowerCase(Locale.ROOT))) {
                headers.add(name.toLowerCase(Locale.ROOT), String.join(", ", values));
            }
        });
        boolean json = answer.header("content-type").orElse("").contains("json") && !answer.body().isEmpty();
        JsonValue body = json ? parsed(answer.body()) : Json.createValue(answer.body());
        JsonObjectBuilder seen = Json.createObjectBuilder().add("status", answer.status())
                .add("headers", headers).add("body", body);
        if (body instanceof JsonObject object && object.containsKey("jwt")) {
            seen.add("token", token(object.getString("jwt", "")));
        }
        return alike(seen.build());
    }

    static JsonObject mail(Mail mail) {
        JsonObjectBuilder seen = Json.createObjectBuilder()
                .add("to", String.join(", ", mail.to()))
                .add("from", mail.from());
        if (mail.headers().stream().anyMatch(header -> header.startsWith("Reply-To:"))) {
            seen.add("replyTo", mail.replyTo());
        }
        return seen.add("subject", mail.subject())
                .add("text", lines(mail.text()))
                .add("html", lines(mail.html()))
                .build();
    }

    /** Both sides of a comparison pass through here: what HTTP leaves free (blanks, case, order) is evened out. */
    static JsonObject alike(JsonObject answer) {
        JsonObject headers = answer.getJsonObject("headers");
        JsonObjectBuilder alike = Json.createObjectBuilder();
        headers.forEach((name, value) ->
                alike.add(name, value instanceof JsonString text ? Json.createValue(alike(name, text.getString())) : value));
        return Redirection.alike(Json.createObjectBuilder(answer).add("headers", alike).build());
    }

    /** For answers to requests that name no order: the users of a list, which came in a random one, by their names. */
    static JsonObject inAnyOrder(JsonObject answer) {
        if (!(answer.get("body") instanceof JsonArray users)) {
            return answer;
        }
        List<JsonObject> sorted = users.getValuesAs(JsonObject.class).stream()
                .sorted(Comparator.comparing(user -> user.getString("username"))).toList();
        return Json.createObjectBuilder(answer).add("body", Json.createArrayBuilder(sorted)).build();
    }

    private static String alike(String name, String value) {
        if (LISTS.contains(name)) {
            return Arrays.stream(value.split(",")).map(String::strip).sorted().collect(Collectors.joining(", "));
        }
        if (name.equals("set-cookie")) {
            return cookie(value);
        }
        return name.equals("content-type") ? value.replace(" ", "").toLowerCase(Locale.ROOT) : value;
    }

    /**
     * A cookie's attributes have neither order nor letter case, and those that no browser knows mean nothing, such as the
     * version that some servers add (RFC 6265, section 5.2).
     */
    private static String cookie(String value) {
        List<String> parts = Arrays.stream(value.split(";")).map(String::strip).toList();
        Stream<String> attributes = parts.stream().skip(1).map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> !part.startsWith("version=")).sorted();
        return Stream.concat(parts.stream().limit(1), attributes).collect(Collectors.joining("; "));
    }

    private static boolean counts(String header) {
        return HEADERS.contains(header) || HEADER_FAMILIES.stream().anyMatch(header::startsWith);
    }

    /** A mail travels with line ends of its own. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }

    /** For whom, for how long and in which session; how it is signed is nothing that clients go by. */
    private static JsonValue token(String jwt) {
        JsonObject claims = new Token(jwt).claims();
        long lifetime = claims.getJsonNumber("exp").longValue() - claims.getJsonNumber("iat").longValue();
        JsonObjectBuilder seen = Json.createObjectBuilder().add("id", claims.get("id")).add("lifetime", lifetime);
        if (claims.containsKey("sid")) {
            seen.add("session", claims.get("sid"));
        }
        return seen.build();
    }

    private static JsonValue parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            return Json.createValue("not JSON: " + text);
        }
    }
}
