package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to GraphQL, the answer is quick, small, and no fault of ours. */
@Tag("once")
@Timeout(5)
class GraphqlIT {

    private static final String PATH = "/graphql";
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final Client client = Gatehouse.shared().anonymous();

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("not even a query", "}{"),
                Arguments.of("nothing but blanks", " ".repeat(30_000)),
                Arguments.of("a text that never ends", "{ me(x: \"\"\"" + "a".repeat(15_000)),
                Arguments.of("too many characters", "# " + "a".repeat(900_000) + "\n{ me { id } }"),
                Arguments.of("too many tokens", "{ " + "me { id } ".repeat(1_900) + "}"),
                Arguments.of("too many directives", "{ me " + "@include(if: true) ".repeat(300) + "{ id } }"),
                Arguments.of("too many aliases", "{ " + times(300, "a%d: me { id }") + "}"),
                Arguments.of("too many lists", "{ " + times(4, "a%d: usersPermissionsUsers { email }") + "}"),
                Arguments.of("lists within lists", "{ usersPermissionsUsers { role { " + times(10, "p%d: permissions { ...f }")
                        + "} } } fragment f on UsersPermissionsPermission { " + times(45, "a%d: action ") + "}"),
                Arguments.of("many fields of a list within a list", "{ usersPermissionsUsers { role { permissions { "
                        + times(45, "a%d: action ") + "} } } }"),
                Arguments.of("aliases within a fragment", "query { ...f } fragment f on Query { "
                        + times(15, "a%d: me { id }") + "}"),
                Arguments.of("a fragment in itself", "{ ...f } fragment f on Query { me { id } ...f }"),
                Arguments.of("fragments in a circle",
                        "{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }"),
                Arguments.of("fragments that grow", "{ ...f0 } " + times(18, "fragment f%d on Query { ...f%<d_ }")),
                Arguments.of("fragments that double", doubling(16)),
                Arguments.of("very deep", "{ me ".repeat(300) + "{ id" + " }".repeat(301)),
                Arguments.of("deep inline fragments", "{ " + "... on Query { ".repeat(150) + "me { id }" + " }".repeat(151)),
                Arguments.of("a deep list",
                        "{ usersPermissionsUsers(sort: " + "[".repeat(400) + "]".repeat(400) + ") { email } }"),
                Arguments.of("a deep filter", "{ usersPermissionsUsers(filters: " + "{not: ".repeat(300) + "{}"
                        + "}".repeat(300) + ") { email } }"),
                Arguments.of("fields that conflict", "{ " + "x: me { id } x: me { username } ".repeat(100) + "}"),
                Arguments.of("many operations", times(100, "query q%d { me { id } }")),
                Arguments.of("a subscription", "subscription { me { id } }"),
                Arguments.of("a definition", "type Query { me: String }"),
                Arguments.of("the whole schema", "{ __schema { types { name fields { name } } } }"),
                Arguments.of("one type", "{ __type(name: \"UsersPermissionsUser\") { name } }"),
                Arguments.of("an unknown field", "{ users { password } }"),
                Arguments.of("a number that is too large",
                        "{ usersPermissionsUsers(pagination: {limit: 99999999999}) { email } }"),
                Arguments.of("a variable that nobody declares", "{ usersPermissionsUser(documentId: $id) { email } }"),
                Arguments.of("a variable of an unknown type", "query ($id: Secret!) { me { id } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aHostileDocumentIsNotBegun(String name, String query) {
        refused(ask(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[]", "[{\"query\":\"{ me { id } }\"}]", "{}", "{\"query\":null}", "{\"query\":\"\"}", "{\"query\":7}",
        "{\"query\":[\"{ me { id } }\"]}", "{\"query\":\"{ me { id } }\",\"variables\":\"x\"}",
        "{\"query\":\"{ me { id } }\",\"variables\":[1]}", "{\"query\":\"{ me { id } }\",\"operationName\":{}}",
        "{\"query\":\"query a { me { id } }\",\"operationName\":\"b\"}", "{\"query\":\"{ me { id } }\"", "nonsense", "",
        "{\"query\":\"{ me { id } }\\u0000\"}", "{\"query\":\"query a { me { id } } query b { me { id } }\"}",
        "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"x\"}}}"})
    void aBodyThatIsNoRequestIsRefused(String body) {
        refused(client.post(PATH, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1e999999999", "-1", "99999999999999999999999999", "0.5", "true", "null", "\"x\"", "{\"a\":1}", "[[[]]]"})
    void aVariableOfAnyKindIsAnsweredDecently(String value) {
        var administrator = client.with("Authorization",
                Administrator.authorizationAt(Gatehouse.shared()).replace("Authorization: ", ""));
        for (var type : new String[] {"Int", "ID", "String", "Boolean", "[String]", "PaginationArg"}) {
            decent(ask(administrator, type, "pagination: {start: $x}", value));
        }
        for (var field : new String[] {"start", "limit", "page", "username", "and", "role", "none"}) {
            decent(ask(administrator, "PaginationArg", "pagination: $x", "{\"" + field + "\":" + value + "}"));
            decent(ask(administrator, "UsersPermissionsUserFiltersInput", "filters: $x", "{\"" + field + "\":" + value + "}"));
        }
    }

    private static Answer ask(Client client, String type, String argument, String value) {
        return client.post(PATH, "{\"query\":\"query ($x: " + type + ") { usersPermissionsUsers(" + argument
                + ") { email } }\",\"variables\":{\"x\":" + value + "}}");
    }

    /** A page of another site can make a browser send these without asking, and with whatever the browser knows. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/graphql", "application/octet-stream", "application/vnd.x+json", "*/*"})
    void onlyJsonIsRead(String contentType) {
        var answer = client.post(PATH, contentType, body("mutation { forgotPassword(email: \"a@example.org\") { ok } }"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(415);
        assertThat(answer.error().getInt("status")).isEqualTo(415);
    }

    @Test
    void nothingIsAnsweredToAQueryInAnAddress() {
        assertThat(client.get(PATH + "?query=%7Bme%7Bid%7D%7D").status()).isEqualTo(404);
        assertThat(client.delete(PATH).status()).isEqualTo(405);
        assertThat(client.head(PATH).status()).isEqualTo(404);
    }

    @Test
    void anAnswerHasTheHeadersOfAllAnswers() {
        var answer = client.post(PATH, body("{ __typename }"));
        assertThat(answer.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(client.post(PATH + "/", body("{ __typename }")).status()).isEqualTo(200);
    }

    /** ASVS 16.2.5: whichever way a document is wrong, what it has in it is not repeated. */
    @ParameterizedTest
    @ValueSource(strings = {
        "mutation { login(input: {identifier: 1, password: [\"hunter-2-secret\"]}) { jwt } }",
        "mutation { login(input: {identifier: \"a\", passwort: \"hunter-2-secret\"}) { jwt } }",
        "mutation { login(input: \"hunter-2-secret\") { jwt } }",
        "mutation { login(input: {identifier: \"a\", password: {x: \"hunter-2-secret\"}}) { jwt } }",
        "mutation { changePassword(password: \"hunter-2-secret\") { jwt } }",
        "mutation { changePassword(currentPassword: \"x\", password: \"hunter-2-secret\", passwordConfirmation: 7) { jwt } }",
        "mutation { login(input: {identifier: \"a\", password: \"hunter-2-secret }) { jwt } }",
        "mutation { login(input: {identifier: \"a\", password: \"hunter-2-secret\" \"hunter-2-secret\"}) { jwt } }",
        "mutation { login(input: {identifier: \"a\", password: \"hunter-2-secret\"}) { jwt } } }",
        "mutation ($p: String = \"hunter-2-secret\") { login(input: {identifier: \"a\", password: $q}) { jwt } }",
        "mutation ($p: Int = \"hunter-2-secret\") { login(input: {identifier: \"a\", password: $p}) { jwt } }",
        "mutation { login(input: {identifier: \"a\\u0000\", password: \"hunter-2-secret\"}) { jwt } }",
        "mutation { login(input: {identifier: \"a\", password: \"hunter-2-secret\"}) { jwt } }"})
    void passwordsAreNotRepeated(String query) {
        var answer = decent(ask(query));
        assertThat(answer.body()).contains("errors").doesNotContain("hunter-2-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"hunter-2-secret\"]", "{\"x\":\"hunter-2-secret\"}", "\"hunter-2-secret\""})
    void passwordsInVariablesAreNotRepeated(String password) {
        var answer = decent(client.post(PATH, "{\"query\":\"mutation ($i: UsersPermissionsLoginInput!) { login(input: $i)"
                + " { jwt } }\",\"variables\":{\"i\":{\"identifier\":\"a\",\"password\":" + password
                + ",\"x\":" + password + "}}}"));
        assertThat(answer.body()).doesNotContain("hunter-2-secret");
    }

    @Test
    void charactersThatNoDatabaseStoresAreRefusedHoweverTheyAreWritten() {
        var answer = decent(ask("mutation { forgotPassword(email: \"a\\u0000@example.org\") { ok } }"));
        assertThat(firstError(answer).getString("message"))
                .isEqualTo("Text must be well-formed Unicode without NUL characters");
        decent(ask("mutation { forgotPassword(email: \"\\uD800@example.org\") { ok } }"));
        decent(ask("mutation { login(input: {identifier: \"\\uDC00\", password: \"\\uD800\"}) { jwt } }"));
    }

    private Answer ask(String query) {
        return client.post(PATH, Json.createObjectBuilder(Map.of("query", query)).build().toString());
    }

    private static void refused(Answer answer) {
        decent(answer);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        if (answer.status() == 400 && answer.json().containsKey("errors")) {
            assertThat(answer.json()).doesNotContainKey("data");
            assertThat(firstError(answer).getJsonObject("extensions")).containsKey("code");
        } else {
            assertThat(answer.error().getInt("status")).isEqualTo(answer.status());
        }
    }

    private static Answer decent(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).hasSizeLessThan(LARGEST_ANSWER)
                .doesNotContain("INTERNAL_SERVER_ERROR", "Exception", "graphql.", "org.gatehouse");
        return answer;
    }

    private static JsonObject firstError(Answer answer) {
        return answer.json().getJsonArray("errors").getJsonObject(0);
    }

    private static String body(String query) {
        return Json.createObjectBuilder().add("query", query).build().toString();
    }

    private static String times(int count, String template) {
        return IntStream.range(0, count).mapToObj(i -> template.formatted(i)).collect(Collectors.joining(" "));
    }

    /** Each fragment has the next one twice. */
    private static String doubling(int count) {
        return "{ ...d0 } " + IntStream.range(0, count).mapToObj(i -> "fragment d%d on Query { a: __typename ...d%d ...d%<d }"
                .formatted(i, i + 1)).collect(Collectors.joining(" ")) + " fragment d" + count + " on Query { me { id } }";
    }
}
