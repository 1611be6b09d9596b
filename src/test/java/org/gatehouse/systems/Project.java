package org.gatehouse.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things are in the source tree. */
public final class Project {

    private static final Path DIRECTORY = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private Project() {
    }

    /** What the build made. */
    public static Path built(String name) {
        return DIRECTORY.resolve("target").resolve(name);
    }

    /** A directory for what runs leave behind, made if it is not there. */
    public static Path directory(String name) {
        try {
            return Files.createDirectories(built(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path serverConfig(String name) {
        return DIRECTORY.resolve("server-config/payara-micro").resolve(name);
    }

    /** Deletes what an earlier run left, with all that is in it, if it is there. */
    static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            for (Path found : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
