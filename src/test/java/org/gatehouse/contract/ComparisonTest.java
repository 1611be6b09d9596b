package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private final Placeholders placeholders = new Placeholders();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status":400}              | {"status":400}
            {"a":1,"b":2}               | {"b":2,"a":1}
            {"a":null}                  | {"a":null}
            {"message":"a $1 \\\\E (b)"} | {"message":"a $1 \\\\E (b)"}
            {"id":"{{id alice}}"}       | {"id":7}
            {"at":"{{date}}"}           | {"at":"2026-11-23T15:30:23.269Z"}
            {"text":"go to {{code}}."}  | {"text":"go to 0123456789abcdefABCDEF_-."}
            {"jwt":"{{jwt}}"}           | {"jwt":"eyJh.eyJp.c2ln"}
            """)
    void acceptsWhatIsTheSame(String expected, String actual) {
        assertThat(deviations(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status":400}        | {"status":200}               | /status: expected 400 but got 200
            {"a":1,"b":2}         | {"a":1}                      | /b: missing, expected 2
            {"a":1}               | {"a":1,"b":2}                | /b: not expected, got 2
            {"a":null}            | {}                           | /a: missing, expected null
            {}                    | {"a":null}                   | /a: not expected, got null
            {"a":1}               | {"a":"1"}                    | /a: expected 1 but got "1"
            {"a":true}            | {"a":false}                  | /a: expected true but got false
            {"a":{}}              | {"a":[]}                     | /a: expected {} but got []
            {"a":[1,2]}           | {"a":[1,3]}                  | /a/1: expected 2 but got 3
            {"a":[1,2]}           | {"a":[1]}                    | /a: expected 2 elements but got [1]
            {"a":[1]}             | {"a":[1,2]}                  | /a: expected 1 elements but got [1,2]
            {"a":[{"b":1}]}       | {"a":[{"b":2}]}              | /a/0/b: expected 1 but got 2
            {"a":"x"}             | {"a":"xy"}                   | /a: expected "x" but got "xy"
            {"a":"."}             | {"a":"x"}                    | /a: expected "." but got "x"
            {"a":"{{id alice}}"}  | {"a":"7"}                    | /a: expected "{{id alice}}" but got "7"
            {"a":"{{id alice}}"}  | {"a":0}                      | /a: expected "{{id alice}}" but got 0
            {"a":"{{id alice}}"}  | {"a":null}                   | /a: expected "{{id alice}}" but got null
            {"a":"{{date}}"}      | {"a":"2026-11-23"}           | /a: expected "{{date}}" but got "2026-11-23"
            {"a":"{{date}}"}      | {"a":""}                     | /a: expected "{{date}}" but got ""
            {"a":"{{jwt}}"}       | {"a":"<jwt>"}                | /a: expected "{{jwt}}" but got "<jwt>"
            {"a":"to {{code}}"}   | {"a":"to 1234"}              | /a: expected "to {{code}}" but got "to 1234"
            """)
    void namesTheOneDeviation(String expected, String actual, String deviation) {
        assertThat(deviations(expected, actual)).containsExactly(deviation);
    }

    @Test
    void reportsAllDeviationsOfAnAnswer() {
        assertThat(deviations("[1,2]", "[2,1]")).hasSize(2);
        assertThat(deviations("{\"a\":1,\"b\":2}", "{\"a\":2,\"c\":3}")).hasSize(3);
    }

    @Test
    void oneNameStandsForOneValue() {
        assertThat(deviations("{\"id\":\"{{id alice}}\"}", "{\"id\":1}")).isEmpty();
        assertThat(deviations("{\"id\":\"{{id alice}}\"}", "{\"id\":1}")).isEmpty();
        assertThat(deviations("{\"id\":\"{{id alice}}\"}", "{\"id\":2}")).hasSize(1);
    }

    @Test
    void twoPeopleNeverShareAnId() {
        assertThat(deviations("{\"id\":\"{{id alice}}\"}", "{\"id\":1}")).isEmpty();
        assertThat(deviations("{\"id\":\"{{id bob}}\"}", "{\"id\":1}")).hasSize(1);
        assertThat(deviations("{\"id\":\"{{id bob}}\"}", "{\"id\":2}")).isEmpty();
    }

    @Test
    void theServersAddressIsNoWildcard() {
        placeholders.know("{{server}}", "http://localhost:8080");
        assertThat(deviations("\"{{server}}/x\"", "\"http://localhost:8080/x\"")).isEmpty();
        assertThat(deviations("\"{{server}}/x\"", "\"http://elsewhere:8080/x\"")).hasSize(1);
    }

    private List<String> deviations(String expected, String actual) {
        return Comparison.deviations(json(expected), json(actual), placeholders);
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
