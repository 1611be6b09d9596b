package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;

/** Gatehouse as GraphQL clients see it. */
record Graphql(Client client) {

    static final String PATH = "/graphql";
    static final String FORBIDDEN = "FORBIDDEN";
    static final String BAD_INPUT = "BAD_USER_INPUT";
    static final String INVALID = "GRAPHQL_VALIDATION_FAILED";
    static final String UNREADABLE = "GRAPHQL_PARSE_FAILED";

    /** Somebody without a token. */
    static Graphql at(Gatehouse gatehouse) {
        return new Graphql(gatehouse.anonymous());
    }

    static Graphql as(Gatehouse gatehouse, String jwt) {
        return new Graphql(gatehouse.as(jwt));
    }

    Answer ask(String query) {
        return client.post(PATH, Map.of("query", query));
    }

    Answer ask(String query, Map<String, ?> variables) {
        return client.post(PATH, Map.of("query", query, "variables", variables));
    }

    /** What an operation answers that must succeed. */
    JsonObject get(String operation, String query, Map<String, ?> variables) {
        return (JsonObject) value(operation, ask(query, variables));
    }

    JsonObject get(String operation, String query) {
        return get(operation, query, Map.of());
    }

    Answer logsIn(String identifier, String password) {
        return ask("mutation ($input: UsersPermissionsLoginInput!) { login(input: $input) { jwt refreshToken user {"
                + " id documentId username email confirmed blocked role { name } } } }",
                Map.of("input", Map.of("identifier", identifier, "password", password)));
    }

    static JsonValue value(String operation, Answer answer) {
        Expect.status(200, answer);
        assertThat(answer.json()).as(answer.body()).doesNotContainKey("errors");
        return answer.json().getJsonObject("data").get(operation);
    }

    /** The first error of an answer that must be one, with this message and this code. */
    static JsonObject refused(String message, String code, Answer answer) {
        Expect.status(200, answer);
        var error = firstError(answer);
        assertThat(error.getString("message")).as(answer.body()).isEqualTo(message);
        assertThat(codeOf(error)).as(answer.body()).isEqualTo(code);
        return error.getJsonObject("extensions").getJsonObject("error");
    }

    /** An answer to something that was not even begun. */
    static void notBegun(String code, Answer answer) {
        Expect.status(400, answer);
        assertThat(answer.json()).as(answer.body()).doesNotContainKey("data");
        assertThat(codeOf(firstError(answer))).as(answer.body()).isEqualTo(code);
    }

    static JsonObject firstError(Answer answer) {
        assertThat(answer.json()).as(answer.body()).containsKey("errors");
        return answer.json().getJsonArray("errors").getJsonObject(0);
    }

    private static String codeOf(JsonObject error) {
        return error.getJsonObject("extensions").getString("code");
    }

    /** A query with its text as a JSON body, for those who write the body themselves. */
    static String body(String query) {
        return Json.createObjectBuilder().add("query", query).build().toString();
    }
}
