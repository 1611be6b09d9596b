package org.gatehouse.journeys;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Users and filters by chance, from few enough values that filters find somebody. */
final class AnyFilter {

    /** What means something to SQL, to URLs or to JSON, what has two letter cases, and what needs more than a byte. */
    private static final String[] LETTERS =
            {"a", "A", "b", "B", "é", "É", "ß", "ñ", "日", "😀", "%", "_", "!", "\\", "'", "\"", "&", "[", "+", " ", "."};
    private static final Arbitrary<Boolean> FLAGS = Arbitraries.of(true, false);
    private static final Instant START = Instant.parse("2020-02-29T00:00:00Z");
    /** Brackets nest no deeper than ten. */
    private static final int DEEPEST = 3;

    private AnyFilter() {
    }

    /** Who is in the list, numbered from -1 downwards. */
    static Arbitrary<List<ListedUser>> users() {
        return Combinators.combine(text(1, 5), text(0, 4).injectNull(0.2), FLAGS, FLAGS, time())
                .as((username, email, confirmed, blocked, createdAt) ->
                        new ListedUser(0, username, email, confirmed, blocked, createdAt))
                .list().ofMinSize(4).ofMaxSize(10).map(AnyFilter::numbered);
    }

    static Arbitrary<Filter> filters() {
        return filters(DEEPEST);
    }

    private static Arbitrary<Filter> filters(int depth) {
        if (depth == 0) {
            return comparisons();
        }
        var inner = filters(depth - 1);
        var several = inner.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(comparisons(), comparisons(), several.map(Filter.All::new),
                several.map(Filter.Any::new), inner.map(Filter.Not::new));
    }

    private static Arbitrary<Filter> comparisons() {
        return Arbitraries.oneOf(
                ofTexts(Filter.Field.of("username", ListedUser::username), text(0, 3)),
                ofTexts(Filter.Field.of("username", ListedUser::username), text(0, 3)),
                ofTexts(Filter.Field.of("email", ListedUser::email), text(0, 3)),
                of(Filter.Field.of("id", ListedUser::id), Operator.ofValues(), Arbitraries.longs().between(-11, 1)),
                of(Filter.Field.of("createdAt", ListedUser::createdAt), Operator.ofValues(), time()),
                of(Filter.Field.of("confirmed", ListedUser::confirmed), Operator.ofValues(), FLAGS),
                of(Filter.Field.of("blocked", ListedUser::blocked), Operator.ofValues(), FLAGS));
    }

    private static Arbitrary<Filter> ofTexts(Filter.Field field, Arbitrary<?> values) {
        return of(field, Stream.concat(Operator.ofValues().stream(), Operator.ofTexts().stream()).toList(), values);
    }

    private static Arbitrary<Filter> of(Filter.Field field, List<Operator> operators, Arbitrary<?> values) {
        var all = Stream.concat(operators.stream(), Operator.ofPresence()).toList();
        return Arbitraries.of(all).flatMap(operator -> {
            Arbitrary<?> compared = operator.asksForPresence() ? FLAGS : values;
            var most = operator.values() == 0 ? 3 : operator.values();
            return Combinators.combine(FLAGS, compared.map(AnyFilter::comparable).list()
                            .ofMinSize(Math.max(1, operator.values())).ofMaxSize(most))
                    .as((not, list) -> new Filter.Comparing(field, not, operator, list));
        });
    }

    private static Arbitrary<String> text(int least, int most) {
        return Arbitraries.of(LETTERS).list().ofMinSize(least).ofMaxSize(most).map(letters -> String.join("", letters));
    }

    private static Arbitrary<Instant> time() {
        return Arbitraries.of(0, 1, 999, 1000, 86_400_000).map(START::plusMillis);
    }

    private static List<ListedUser> numbered(List<ListedUser> users) {
        return Stream.iterate(0, i -> i < users.size(), i -> i + 1)
                .map(i -> users.get(i).withId(i - users.size())).toList();
    }

    @SuppressWarnings("unchecked") // values of one field are of one type
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }
}
