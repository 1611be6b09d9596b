package org.gatehouse.journeys;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.systems.Answer;

/** The document that describes the API, as its source has it. */
final class OpenApi {

    static final Path FILE = Path.of("src/main/resources/openapi.json");

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch");

    private final JsonObject document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OpenApi(JsonObject document) {
        this.document = document;
    }

    static OpenApi read() {
        try (var reader = Json.createReader(Files.newBufferedReader(FILE))) {
            return new OpenApi(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObject json() {
        return document;
    }

    /** All operations, such as {@code GET /users/{id}}. */
    Set<String> operations() {
        var operations = new TreeSet<String>();
        paths().forEach((path, item) -> item.asJsonObject().keySet().stream().filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /** The operation that such a request asks for: a path that is named as a whole before one with a parameter. */
    String operation(String method, String pathBelowApi) {
        var path = pathBelowApi.replaceAll("\\?.*", "");
        return operations().stream().filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> matches(operation.substring(method.length() + 1), path))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .orElseThrow(() -> new AssertionError("The document does not know " + method + " " + path));
    }

    /** The permission that an operation needs; empty where it needs none. */
    String action(String operation) {
        return describing(operation).getString("x-action", "");
    }

    boolean isOpenToAll(String operation) {
        return describing(operation).containsKey("security");
    }

    boolean documentsSuccess(String operation) {
        return describing(operation).getJsonObject("responses").keySet().stream()
                .anyMatch(status -> status.startsWith("2") || status.startsWith("3"));
    }

    boolean documentsRefusal(String operation) {
        return describing(operation).getJsonObject("responses").keySet().stream()
                .anyMatch(status -> status.startsWith("4") || status.equals("default"));
    }

    /** Whatever about an answer the document does not say; empty where it fits. */
    List<String> misfits(String operation, Answer answer) {
        var responses = describing(operation).getJsonObject("responses");
        var status = Integer.toString(answer.status());
        var found = responses.containsKey(status) ? status : answer.status() >= 400 ? "default" : status;
        if (!responses.containsKey(found)) {
            return List.of("a status that is not in the document: " + status);
        }
        return misfits(resolved(responses.getJsonObject(found)), answer);
    }

    private List<String> misfits(JsonObject response, Answer answer) {
        if (!response.containsKey("content")) {
            return answer.body().isEmpty() ? List.of() : List.of("a body, where the document has none");
        }
        var content = response.getJsonObject("content");
        var type = answer.header("Content-Type").orElse("").replaceAll(" *;.*", "");
        if (!content.containsKey(type)) {
            return List.of("a content type that is not in the document: " + type);
        }
        return type.endsWith("json") ? invalid(content.getJsonObject(type).getJsonObject("schema"), answer.body()) : List.of();
    }

    private List<String> invalid(JsonObject schema, String body) {
        return compiled(schema).validate(body, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private Schema compiled(JsonObject schema) {
        var whole = Json.createObjectBuilder(schema)
                .add("$defs", document.getJsonObject("components").getJsonObject("schemas")).build();
        return schemas.getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    private JsonObject describing(String operation) {
        var parts = operation.split(" ", 2);
        return paths().getJsonObject(parts[1]).getJsonObject(parts[0].toLowerCase(Locale.ROOT));
    }

    private JsonObject paths() {
        return document.getJsonObject("paths");
    }

    private JsonObject resolved(JsonObject response) {
        return response.containsKey("$ref") ? document.getValue(response.getString("$ref").substring(1)).asJsonObject()
                : response;
    }

    /** Everything that the document refers to. */
    Stream<String> references() {
        var reference = Pattern.compile("\"\\$ref\":\"#([^\"]*)\"");
        return reference.matcher(document.toString()).results().map(found -> found.group(1)).distinct();
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(Stream.of(template.split("/")).map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((one, other) -> one + "/" + other).orElseThrow(), path);
    }
}
