package org.gatehouse.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Payara Micro wrote about one start. It matters because the server stays up, and even says that it
 * deployed the application, when the deployment failed.
 */
final class ServerLog {

    private static final String STARTED = "] Payara Micro ";
    private static final Pattern RECORD = Pattern.compile("^\\[[^\\]]+] \\[[^\\]]*] \\[([A-Z]+)]");
    private static final Pattern EXCEPTION =
            Pattern.compile("^\\s*(?:Caused by: )?((?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error))(?:: (.+))?$");
    private static final int TAIL = 60;

    private final List<String> lines;

    private ServerLog(List<String> lines) {
        this.lines = lines;
    }

    /** What stands in the file after its first {@code offset} bytes, which earlier starts wrote. */
    static ServerLog since(Path file, long offset) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int start = (int) Math.min(offset, bytes.length);
            return new ServerLog(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has done everything it does at start, successfully or not. */
    boolean saysStarted() {
        return lines.stream().anyMatch(line -> line.contains(STARTED) && line.contains(" ready in "));
    }

    /** The innermost cause of the first failure. */
    Optional<String> failure() {
        boolean severe = false;
        String cause = null;
        for (String line : lines) {
            Matcher record = RECORD.matcher(line);
            if (record.find()) {
                if (cause != null) {
                    break;
                }
                severe = record.group(1).equals("SEVERE");
            }
            Matcher exception = EXCEPTION.matcher(line);
            if (severe && exception.find()) {
                cause = exception.group(2) == null ? exception.group(1) : exception.group(2);
            }
        }
        return Optional.ofNullable(cause);
    }

    /** The last lines. */
    String tail() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }
}
