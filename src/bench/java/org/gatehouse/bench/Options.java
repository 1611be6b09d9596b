package org.gatehouse.bench;

import java.util.Locale;
import java.util.Properties;

/**
 * What was said on the command line.
 *
 * @param seconds how long each run lasts
 * @param warmUp  how many seconds go before, which are not counted: a JVM is slow until it has compiled itself
 * @param starts  how often each server is started; the median counts
 * @param only    what to measure instead of the usual
 */
record Options(int seconds, int warmUp, int starts, Part only) {

    /** What can be measured by itself. */
    enum Part {
        USUAL, MILLION, IMPORT
    }

    static Options from(Properties properties) {
        int seconds = number(properties, "seconds", 15);
        return new Options(seconds, number(properties, "warm-up", seconds), number(properties, "starts", 3),
                part(properties.getProperty("bench.only", "usual")));
    }

    private static Part part(String name) {
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(name)) {
                return part;
            }
        }
        throw new CannotMeasure("bench.only is \"%s\", but should be usual, million or import".formatted(name));
    }

    private static int number(Properties properties, String name, int standard) {
        String value = properties.getProperty("bench." + name, Integer.toString(standard));
        if (!value.matches("[1-9][0-9]{0,2}")) {
            throw new CannotMeasure("bench.%s is \"%s\", but should be a number from 1 to 999".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
