package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueryStringTest {

    @Property
    void anyTextIsReadOrRefused(@ForAll("queries") String query) {
        try {
            var parsed = QueryString.parse(query);
            assertThat(depth(parsed)).isLessThanOrEqualTo(12);
            assertThat(leaves(parsed)).isLessThanOrEqualTo(1000);
        } catch (ApiException refusal) {
            assertThat(refusal.name().status()).isEqualTo(400);
        }
    }

    @Property
    void whatWasEncodedComesBack(@ForAll("unicode") String name, @ForAll("unicode") String value) {
        var plainName = "n" + name.replace("[", "").replace("]", "");
        var query = encoded(plainName) + "=" + encoded(value);
        assertThat(QueryString.parse(query).getString(plainName)).isEqualTo(value);
    }

    @Property
    void lettersBeyondAsciiComeBackWithoutBeingEncoded(@ForAll("unicode") String value) {
        var raw = value.replaceAll("[%+&=\\p{Cntrl}]", "");
        assertThat(QueryString.parse("a=" + raw).getString("a")).isEqualTo(raw);
    }

    @Example
    void bracketsNest() {
        assertThat(QueryString.parse("a[b][c]=1&a[d]=2&l[]=x&l[]=y&r=1&r=2").toString())
                .isEqualTo("{\"a\":{\"b\":{\"c\":\"1\"},\"d\":\"2\"},\"l\":[\"x\",\"y\"],\"r\":[\"1\",\"2\"]}");
    }

    @Example
    void namesOfDigitsAreNamesAtTheTop() {
        assertThat(QueryString.parse("0=a&1=b").toString()).isEqualTo("{\"0\":\"a\",\"1\":\"b\"}");
    }

    @Example
    void bytesThatAreNoUtf8AreRefused() {
        for (var query : new String[] {"a=%ff", "a=%C0%80", "a=%ED%A0%80", "%80=a", "a=%", "a=%4", "a=%zz", "a=%-1", "a=%+1"}) {
            assertThatThrownBy(() -> QueryString.parse(query)).as(query).isInstanceOf(ApiException.class);
        }
    }

    @Provide
    Arbitrary<String> queries() {
        var pieces = Arbitraries.of("a", "b", "0", "1", "99999", "[", "]", "[]", "[a]", "[0]", "[[", "=", "&", "%", "%41", "%5B",
                "%00", "%ff", "%zz", "+", "é", "\uD83D\uDE00", "__proto__", "\n", "[a]".repeat(20), "a=1&".repeat(1100));
        return pieces.list().ofMaxSize(20).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.strings().all().ofMaxLength(20)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int depth(JsonValue value) {
        var children = value instanceof JsonObject object ? object.values().stream()
                : value instanceof JsonArray array ? array.stream() : java.util.stream.Stream.<JsonValue>empty();
        return 1 + children.mapToInt(QueryStringTest::depth).max().orElse(0);
    }

    private static int leaves(JsonValue value) {
        var children = value instanceof JsonObject object ? object.values().stream()
                : value instanceof JsonArray array ? array.stream() : java.util.stream.Stream.<JsonValue>empty();
        return value instanceof JsonString ? 1 : children.mapToInt(QueryStringTest::leaves).sum();
    }
}
