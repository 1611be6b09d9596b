package org.gatehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process really takes of the machine's memory, heap and all else, as Linux tells it. */
final class ResidentMemory {

    private static final String LINE = "VmRSS:";
    private static final int KIB_PER_MIB = 1024;

    private ResidentMemory() {
    }

    /** Fails where this is not Linux. */
    static void check() {
        if (Files.notExists(Path.of("/proc/self/status"))) {
            throw new CannotMeasure("Memory is read from /proc, which only Linux has: measure on Linux");
        }
    }

    static long mebibytesOf(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(LINE)).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .orElseThrow(() -> new IllegalStateException("Process " + pid + " has no " + LINE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
