package org.gatehouse.journeys;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A comparison that filters can make, as the documentation has it.
 *
 * @param name   empty for the one that needs no name
 * @param values how many it takes; 0 means any number of them
 * @param holds  whether it holds for what somebody has, which is never null, and the values
 */
record Operator(String name, int values, BiPredicate<Comparable<Object>, List<Comparable<Object>>> holds) {

    /** Asks whether there is anything at all, and so always knows the answer. */
    private static final List<String> OF_PRESENCE = List.of("$null", "$notNull");

    static List<Operator> ofValues() {
        return List.of(
                one("", (actual, value) -> actual.equals(value)),
                one("$eq", (actual, value) -> actual.equals(value)),
                one("$ne", (actual, value) -> !actual.equals(value)),
                one("$lt", (actual, value) -> actual.compareTo(value) < 0),
                one("$lte", (actual, value) -> actual.compareTo(value) <= 0),
                one("$gt", (actual, value) -> actual.compareTo(value) > 0),
                one("$gte", (actual, value) -> actual.compareTo(value) >= 0),
                new Operator("$between", 2, (actual, values) ->
                        actual.compareTo(values.get(0)) >= 0 && actual.compareTo(values.get(1)) <= 0),
                new Operator("$in", 0, (actual, values) -> values.contains(actual)),
                new Operator("$notIn", 0, (actual, values) -> !values.contains(actual)));
    }

    static List<Operator> ofTexts() {
        return List.of(
                text("$eqi", (actual, value) -> lower(actual).equals(lower(value))),
                text("$nei", (actual, value) -> !lower(actual).equals(lower(value))),
                text("$contains", String::contains),
                text("$notContains", (actual, value) -> !actual.contains(value)),
                text("$containsi", (actual, value) -> lower(actual).contains(lower(value))),
                text("$notContainsi", (actual, value) -> !lower(actual).contains(lower(value))),
                text("$startsWith", String::startsWith),
                text("$startsWithi", (actual, value) -> lower(actual).startsWith(lower(value))),
                text("$endsWith", String::endsWith),
                text("$endsWithi", (actual, value) -> lower(actual).endsWith(lower(value))));
    }

    static Stream<Operator> ofPresence() {
        return OF_PRESENCE.stream().map(name -> new Operator(name, 1, (actual, values) -> true));
    }

    Truth of(Comparable<Object> actual, List<Comparable<Object>> compared) {
        if (OF_PRESENCE.contains(name)) {
            var asksForNothing = name.equals("$null") == compared.get(0).toString().equals("true");
            return Truth.of(asksForNothing == (actual == null));
        }
        return actual == null ? Truth.UNKNOWN : Truth.of(holds.test(actual, compared));
    }

    boolean asksForPresence() {
        return OF_PRESENCE.contains(name);
    }

    private static Operator one(String name, BiPredicate<Comparable<Object>, Comparable<Object>> holds) {
        return new Operator(name, 1, (actual, values) -> holds.test(actual, values.get(0)));
    }

    private static Operator text(String name, BiPredicate<String, String> holds) {
        return one(name, (actual, value) -> holds.test(actual.toString(), value.toString()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
