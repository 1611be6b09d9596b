package org.gatehouse.bench;

import java.util.Locale;
import java.util.Scanner;

/**
 * How many hashes the machine makes.
 *
 * @param share the part of all cores that was there for it; where it is not nearly 1, other programs disturb the figures
 */
record HashRate(double perSecond, double share) {

    static HashRate parse(String line) {
        try (Scanner words = new Scanner(line).useLocale(Locale.ROOT)) {
            return new HashRate(words.nextDouble(), words.nextDouble());
        }
    }

    String line() {
        return Text.of("%.3f %.4f", perSecond, share);
    }
}
