package org.gatehouse.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long two kinds of request took, and whether somebody could tell them apart by that. */
final class Samples {

    private final List<Long> first = new ArrayList<>();
    private final List<Long> second = new ArrayList<>();

    private Samples() {
    }

    /** Measures pairs, in an order that changes by chance, so that whatever else happens hits both alike. */
    static Samples ofPairs(int warmUp, int pairs, Runnable one, Runnable other) {
        var samples = new Samples();
        var random = new Random(pairs);
        for (var pair = -warmUp; pair < pairs; pair++) {
            var oneFirst = random.nextBoolean();
            var early = nanos(oneFirst ? one : other);
            var late = nanos(oneFirst ? other : one);
            if (pair >= 0) {
                samples.first.add(oneFirst ? early : late);
                samples.second.add(oneFirst ? late : early);
            }
        }
        return samples;
    }

    /**
     * The chance that one of the first took longer than one of the second (Mann-Whitney's U over all pairs): 0.5 where
     * they are alike, 0 or 1 where a single request tells.
     */
    double chanceOfLonger() {
        var longer = 0.0;
        for (var one : first) {
            for (var other : second) {
                longer += one > other ? 1 : one.equals(other) ? 0.5 : 0;
            }
        }
        return longer / (first.size() * (double) second.size());
    }

    /** How far the medians are apart, in parts of the second. */
    double distanceOfMedians() {
        return (median(first) - median(second)) / median(second);
    }

    /** The figures in a sentence. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d pairs: medians %.2f ms and %.2f ms, %.1f %% apart; the first takes longer in"
                + " a share of %.3f", first.size(), median(first) / 1e6, median(second) / 1e6, 100 * distanceOfMedians(),
                chanceOfLonger());
    }

    private static long nanos(Runnable request) {
        var start = System.nanoTime();
        request.run();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
