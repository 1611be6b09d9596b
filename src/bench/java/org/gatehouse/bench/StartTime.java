package org.gatehouse.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long servers take to start, counted from the birth of the process. */
final class StartTime {

    private StartTime() {
    }

    /** The time from the start of the process until now; the kernel counts it in hundredths of a second. */
    static Duration untilNow(long pid) {
        Instant born = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant())
                .orElseThrow(() -> new IllegalStateException("Nobody knows when process " + pid + " started"));
        return Duration.between(born, Instant.now());
    }

    static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
