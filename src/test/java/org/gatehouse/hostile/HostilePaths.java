package org.gatehouse.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Request targets: paths that are spelt oddly, with queries that nest. */
final class HostilePaths {

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            path -> path.toUpperCase(Locale.ROOT), path -> path + "/", path -> path + "//", path -> path + ";a=b",
            path -> path.replaceFirst("/", "/;x/"), path -> path.replace("/", "//"), path -> "/." + path,
            path -> "/x/.." + path, path -> path + "/%2e%2e", path -> path.replace("a", "%61"), path -> path + "%00",
            path -> path + "%ff", path -> path + "%0d%0aX:%20y", path -> path + "{x}", path -> path + "%7Bx%7D",
            path -> path + "é", path -> path.replace("k", "\u212A"), path -> path + "/" + "a/".repeat(500));

    private HostilePaths() {
    }

    static Arbitrary<String> targets(Endpoint endpoint) {
        var spelling = Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.just(UnaryOperator.<String>identity())),
                Tuple.of(2, Arbitraries.of(SPELLINGS)));
        return Combinators.combine(spelling, queries(endpoint)).as((spell, query) ->
                "/api" + spell.apply(endpoint.path()) + query);
    }

    private static Arbitrary<String> queries(Endpoint endpoint) {
        var names = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(named(endpoint), "0", "1", "filters", "populate")),
                Tuple.of(1, HostileTexts.texts().filter(text -> text.length() < 300).map(HostilePaths::encoded)));
        var brackets = Arbitraries.of("", "", "[]", "[a]", "[0]", "[a][b][c]", "[id][$gt]", "[username][$containsi]", "[$or][0][email]",
                "[createdAt][$lte]", "[confirmed]", "[[]]", "[", "]", "[__proto__][x]",
                "[a]".repeat(30), "[].", "%5B%5D");
        var values = HostileTexts.texts().filter(text -> text.length() < 300).map(HostilePaths::encoded);
        var pairs = Combinators.combine(names, brackets, Arbitraries.of("=", "=", "", "=="), values)
                .as((name, bracket, equals, value) -> name + bracket + equals + value);
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just("")),
                Tuple.of(3, pairs.list().ofMaxSize(5).map(list -> "?" + String.join("&", list))),
                Tuple.of(1, Arbitraries.of("?", "?&&&", "?=", "?%", "?%zz=1", "?a=%ff", "?a=%00", "?" + "a[]=1&".repeat(900))));
    }

    private static String named(Endpoint endpoint) {
        return endpoint.fields().isEmpty() ? "access_token" : endpoint.fields().get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
