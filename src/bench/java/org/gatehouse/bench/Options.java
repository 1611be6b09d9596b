package org.gatehouse.bench;

import java.util.Properties;

/**
 * What was said on the command line.
 *
 * @param seconds how long each run lasts
 * @param warmUp  how many seconds go before, which are not counted: a JVM is slow until it has compiled itself
 * @param starts  how often each server is started; the median counts
 */
record Options(int seconds, int warmUp, int starts) {

    static Options from(Properties properties) {
        int seconds = number(properties, "seconds", 15);
        return new Options(seconds, number(properties, "warm-up", seconds), number(properties, "starts", 3));
    }

    private static int number(Properties properties, String name, int standard) {
        String value = properties.getProperty("bench." + name, Integer.toString(standard));
        if (!value.matches("[1-9][0-9]{0,2}")) {
            throw new CannotMeasure("bench.%s is \"%s\", but should be a number from 1 to 999".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
