package org.gatehouse.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of wrk came to.
 *
 * @param errors answers other than 2xx, and requests without an answer
 * @param busy   answers 503, where they are expected and therefore no errors
 */
record Load(double seconds, long requests, double p50, double p95, double p99, long errors, long busy) {

    private static final Pattern MEASURED = Pattern.compile("^measured (.+)$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("(\\w+)=(-?\\d+)");
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MICROS_PER_MILLISECOND = 1e3;

    /** Reads the line that {@code report.lua} prints. */
    static Load parse(String output) {
        Matcher line = MEASURED.matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("wrk measured nothing:\n" + output);
        }
        Map<String, Long> values = new TreeMap<>();
        VALUE.matcher(line.group(1)).results()
                .forEach(value -> values.put(value.group(1), Long.valueOf(value.group(2))));
        return new Load(values.get("micros") / MICROS_PER_SECOND, values.get("requests"),
                values.get("p50") / MICROS_PER_MILLISECOND, values.get("p95") / MICROS_PER_MILLISECOND,
                values.get("p99") / MICROS_PER_MILLISECOND, values.get("errors"), values.get("busy"));
    }

    /** Requests that were answered with what they asked for. */
    double perSecond() {
        return (requests - errors - busy) / seconds;
    }

    /** The part of the answers that is 503. */
    double busyShare() {
        return requests == 0 ? 0 : (double) busy / requests;
    }
}
