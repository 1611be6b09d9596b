package org.gatehouse.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8, none of them longer than fits well into memory. */
final class LineReader {

    private static final int LONGEST = 4 << 20;

    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    LineReader(InputStream input) {
        this.input = new BufferedInputStream(input, 1 << 16);
    }

    /** The next line, or null after the last. */
    String next() throws IOException {
        line.reset();
        var read = input.read();
        if (read < 0) {
            return null;
        }
        number++;
        for (; read >= 0 && read != '\n'; read = input.read()) {
            line.write(read);
            if (line.size() > LONGEST) {
                throw new IOException("line " + number + " is longer than " + LONGEST + " bytes");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Which line was read last, from 1. */
    long number() {
        return number;
    }
}
