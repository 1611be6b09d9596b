package org.gatehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The load tool <a href="https://github.com/wg/wrk">wrk</a>, driven by the scripts in {@code src/bench/lua}. */
final class Wrk {

    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Path scripts;
    private final URI base;

    Wrk(Path scripts, URI base) {
        this.scripts = scripts;
        this.base = base;
    }

    /**
     * Fails where there is no wrk.
     *
     * @throws CannotMeasure that says where to get it
     */
    static void check() {
        try {
            Child.start(new ProcessBuilder("wrk", "-v").redirectOutput(ProcessBuilder.Redirect.DISCARD)).close();
        } catch (IOException e) {
            throw new CannotMeasure("The load tool wrk is missing: install the package wrk of your distribution "
                    + "(apt-get install wrk), or put it on the PATH");
        }
    }

    Run run(Request request, int connections, int seconds) {
        try (Child wrk = start(request, connections, seconds)) {
            return new Run(request.name(), connections, finished(wrk, seconds));
        }
    }

    /** Begins a run that goes on while something else happens. */
    Child start(Request request, int connections, int seconds) {
        List<String> command = new ArrayList<>(List.of("wrk", "--threads", "1",
                "--connections", Integer.toString(connections), "--duration", seconds + "s", "--timeout", "10s",
                "--script", request.script()));
        request.headers().forEach(header -> command.addAll(List.of("--header", header)));
        command.addAll(List.of(base.resolve(request.path()).toString(), "--"));
        command.addAll(request.arguments());
        try {
            return Child.start(new ProcessBuilder(command).directory(scripts.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Load finished(Child wrk, int seconds) {
        return Load.parse(wrk.output(GRACE.plusSeconds(seconds)));
    }
}
