package org.gatehouse.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whether a million users make slower what a thousand do not. Two servers with two databases run side by side and are
 * measured by turns, so that whatever else happens on the machine happens to both.
 */
final class MillionUsers {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final double MOST_RATIO = 1.2;
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 4;
    private static final int PAGES = 3;

    private final Options options;
    private final Path scripts;
    private final Consumer<String> say;

    MillionUsers(Options options, Path scripts, Consumer<String> say) {
        this.options = options;
        this.scripts = scripts;
        this.say = say;
    }

    String measure() {
        say.accept("Starting two Gatehouses on new databases");
        try (Subject few = Subject.start(); Subject many = Subject.start()) {
            fill(few, FEW);
            fill(many, MANY);
            return table(compare(few, requests(few, FEW), many, requests(many, MANY)));
        }
    }

    private void fill(Subject subject, int people) {
        say.accept("Storing " + Text.of("%,d", people) + " people");
        subject.registerPeople();
        subject.fillUpTo(people);
        subject.showUsers();
    }

    private static List<Request> requests(Subject subject, int people) {
        String authorization = "Authorization: Bearer " + subject.token();
        return List.of(Request.login(people, Subject.PASSWORD), Request.get("/api/users/me", authorization),
                Request.page(PAGES, authorization), Request.find(people, authorization));
    }

    private Map<String, List<Comparison>> compare(Subject few, List<Request> ofFew, Subject many, List<Request> ofMany) {
        Map<String, List<Comparison>> comparisons = new LinkedHashMap<>();
        for (int i = 0; i < ofFew.size(); i++) {
            say.accept(ofFew.get(i).name());
            few.wrk(scripts).run(ofFew.get(i), CONNECTIONS, options.warmUp());
            many.wrk(scripts).run(ofMany.get(i), CONNECTIONS, options.warmUp());
            List<Comparison> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(new Comparison(few.wrk(scripts).run(ofFew.get(i), CONNECTIONS, options.seconds()).load(),
                        many.wrk(scripts).run(ofMany.get(i), CONNECTIONS, options.seconds()).load()));
            }
            comparisons.put(ofFew.get(i).name(), rounds);
        }
        return comparisons;
    }

    private String table(Map<String, List<Comparison>> comparisons) {
        Table table = new Table("request", "with a thousand", "with a million", "takes", "promised", "errors", "");
        comparisons.forEach((name, rounds) -> {
            Comparison median = rounds.stream().sorted((one, other) -> Double.compare(one.ratio(), other.ratio()))
                    .toList().get(rounds.size() / 2);
            long errors = rounds.stream().mapToLong(Comparison::errors).sum();
            table.row(name, rate(median.few()), rate(median.many()), Text.times(median.ratio()),
                    "at most " + Text.times(MOST_RATIO), Long.toString(errors),
                    median.ratio() <= MOST_RATIO && errors == 0 ? "met" : "MISSED");
        });
        return Text.of("# A million users%n%n%d connections; %d s a run after %d s to warm up; by turns, median of %d rounds."
                + "%n%n%s", CONNECTIONS, options.seconds(), options.warmUp(), ROUNDS, table);
    }

    private static String rate(Load load) {
        return Text.rate(load.perSecond()) + "/s, p50 " + Text.milliseconds(load.p50());
    }

    /** The same request, one right after the other. */
    private record Comparison(Load few, Load many) {

        /** How many times longer it takes with many. */
        private double ratio() {
            return few.perSecond() / many.perSecond();
        }

        private long errors() {
            return few.errors() + few.busy() + many.errors() + many.busy();
        }
    }
}
