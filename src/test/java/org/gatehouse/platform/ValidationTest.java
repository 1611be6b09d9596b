package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValidationTest {

    private static final String SECRET = "Sup3rS3cret";

    @Property
    void aSecretIsNeverShown(@ForAll("shapes") String shape) {
        var secret = shape.replace("?", SECRET);
        var refusal = refusal("{\"password\":" + secret + ",\"confirmation\":" + secret + ",\"more\":" + secret + "}");
        assertThat(refusal.envelope().toString()).doesNotContain(SECRET);
    }

    @Property
    void whatIsShownIsSmall(@ForAll("large") String value) {
        var refusal = catchThrowableOfType(ApiException.class, () -> {
            var check = Validation.of(new Input(JsonValues.parse("{\"name\":" + value + "}")));
            check.text("name", text -> Optional.of("no"));
            check.finish();
        });
        assertThat(refusal.envelope().toString().length()).isLessThan(20_000);
    }

    @Property
    void unknownNamesAreShownInSmall(@ForAll("names") String name) {
        var object = Json.createObjectBuilder();
        for (var i = 0; i < 200; i++) {
            object.add(name + i, 1);
        }
        var refusal = catchThrowableOfType(ApiException.class, () ->
                Validation.ofObject(new Input(object.build())).only("a").finish());
        assertThat(refusal.envelope().toString().length()).isLessThan(50_000);
    }

    @Example
    void allMistakesAreReportedInTheOrderOfTheQuestions() {
        var refusal = refusal("{\"password\":1,\"confirmation\":null}");
        assertThat(refusal.getMessage()).isEqualTo("3 errors occurred");
        assertThat(refusal.envelope().getJsonObject("error").getJsonObject("details").getJsonArray("errors").toString())
                .containsSubsequence("\"name\"", "\"password\"", "\"confirmation\"");
    }

    private static ApiException refusal(String json) {
        return catchThrowableOfType(ApiException.class, () -> {
            var check = Validation.ofObject(new Input(JsonValues.parse(json)));
            check.text("name");
            check.secret("password", text -> Optional.of("password is too simple"));
            check.secret("confirmation", text -> Optional.of("no"));
            check.finish();
        });
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of("\"?\"", "[\"?\"]", "{\"a\":\"?\"}", "[[{\"?\":1}]]", "{\"a\":[{\"b\":\"x?y\"}]}");
    }

    @Provide
    Arbitrary<String> large() {
        return Arbitraries.integers().between(0, 97).flatMap(depth -> Arbitraries.of(1, 100, 3000).map(width ->
                "[".repeat(depth) + "[" + "\"a\",".repeat(width) + "1]" + "]".repeat(depth)))
                .flatMap(array -> Arbitraries.of(array, "{\"a\":" + array + "}", "\"" + "a".repeat(100_000) + "\"", "1" + "0".repeat(900)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "k".repeat(5000), "\n", "{\"password\":\"x\"}");
    }
}
