package org.gatehouse.hostile;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON values as texts: most of them well-formed, few of them sensible. */
final class HostileJson {

    private static final Arbitrary<String> LITERALS = Arbitraries.of("null", "true", "false", "0", "-0", "1.5", "1e999999999",
            "-1e-999999999", "1e99999999999", "9".repeat(1200), "0." + "1".repeat(2000), "[]", "{}", "[[]]", "[null]",
            "{\"\":\"\"}", "{\"__proto__\":{\"a\":1}}", "\"\\ud800\"", "\"\\u0000\"", "nul", "\"", "01", "[1,]", "\"\\x\"");

    private HostileJson() {
    }

    static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, HostileTexts.texts().map(HostileJson::quoted)),
                Tuple.of(4, LITERALS),
                Tuple.of(1, deep()),
                Tuple.of(1, wide()),
                Tuple.of(2, Arbitraries.lazy(() -> values().list().ofMaxSize(4)).map(HostileJson::array)));
    }

    /** Escapes what JSON must not carry as it is, halves of surrogate pairs included. */
    static String quoted(String text) {
        return text.chars().mapToObj(HostileJson::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        var plain = character >= ' ' && character != '"' && character != '\\' && !Character.isSurrogate((char) character);
        return plain ? String.valueOf((char) character) : "\\u%04x".formatted(character);
    }

    private static Arbitrary<String> deep() {
        return Arbitraries.of(50, 99, 100, 101, 5000).map(depth -> "[".repeat(depth) + "]".repeat(depth));
    }

    private static Arbitrary<String> wide() {
        return Arbitraries.of(100, 20_000, 100_000).flatMap(width -> Arbitraries.of(0, 3, 90).map(depth ->
                "[".repeat(depth) + "[" + "1,".repeat(width) + "1]" + "]".repeat(depth)));
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }
}
