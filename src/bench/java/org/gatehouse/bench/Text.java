package org.gatehouse.bench;

import java.time.Duration;
import java.util.Locale;

/** Numbers as they are shown, the same in every country. */
final class Text {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final int PERCENT = 100;

    private Text() {
    }

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String rate(double perSecond) {
        return of(perSecond < PERCENT ? "%,.1f" : "%,.0f", perSecond);
    }

    static String milliseconds(double milliseconds) {
        return of("%,.1f ms", milliseconds);
    }

    static String seconds(Duration time) {
        return of("%.2f s", time.toMillis() / MILLIS_PER_SECOND);
    }

    static String percent(double share) {
        return of("%.1f %%", share * PERCENT);
    }

    static String times(double ratio) {
        return of("%.2f x", ratio);
    }

    static String mebibytes(long mebibytes) {
        return of("%,d MiB", mebibytes);
    }
}
