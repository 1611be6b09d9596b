package org.gatehouse.importing;

import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gatehouse.platform.JsonValues;

/**
 * Reads the lines of an archive as a stream. Nothing is unpacked to the disk, so the names in it can lead nowhere; and
 * neither a long line nor an archive that unpacks to far more than it is can take more than a little memory and time.
 */
record ExportArchive(Path file) {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;
    /** JSON lines shrink to a tenth or, if they are much alike, a fiftieth; a bomb shrinks to a thousandth. */
    private static final long MOST_EXPANSION = 200;
    private static final long ALWAYS_ALLOWED = 64L << 20;

    /**
     * Tells the lines of all files in some folders that name something.
     *
     * @param folders a pattern such as {@code entities|links}
     * @param named   what a line must contain to be worth parsing
     * @param tick    called again and again, however little of the archive is wanted
     * @throws CannotImport if the archive is none, or is broken
     */
    void forEach(String folders, String named, Runnable tick, Consumer<JsonObject> consumer) {
        var wanted = Pattern.compile("(?:\\./)?(" + folders + ")/\\1_\\d+\\.jsonl");
        try (var raw = Files.newInputStream(file);
                var archive = new TarArchiveInputStream(unpacked(raw, tick), "UTF-8")) {
            var found = false;
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                found = true;
                if (isPlainFile(entry) && wanted.matcher(entry.getName()).matches()) {
                    lines(entry.getName(), archive, named, consumer);
                }
            }
            if (!found) {
                throw new IOException("nothing is in it");
            }
        } catch (IOException e) {
            throw new CannotImport(file + " is no complete archive of strapi export: " + e.getMessage(), e);
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return (entry.getLinkFlag() == TarArchiveEntry.LF_NORMAL || entry.getLinkFlag() == TarArchiveEntry.LF_OLDNORM)
                && !entry.isSparse();
    }

    private InputStream unpacked(InputStream raw, Runnable tick) throws IOException {
        var packed = new BufferedInputStream(raw, BUFFER);
        packed.mark(2);
        var magic = packed.read() << Byte.SIZE | packed.read();
        packed.reset();
        return new MeteredStream(magic == GZIP_MAGIC ? new GZIPInputStream(packed, BUFFER) : packed,
                Math.max(ALWAYS_ALLOWED, Files.size(file) * MOST_EXPANSION), tick);
    }

    private static void lines(String name, InputStream content, String named, Consumer<JsonObject> consumer)
            throws IOException {
        var lines = new LineReader(content);
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.contains(named)) {
                tell(name, lines.number(), line, consumer);
            }
        }
    }

    private static void tell(String name, long number, String line, Consumer<JsonObject> consumer) {
        JsonObject parsed;
        try {
            parsed = JsonValues.parseObject(line);
        } catch (RuntimeException | StackOverflowError e) { // however deep it is nested
            throw new CannotImport(name + ", line " + number + ": no JSON object", e);
        }
        try {
            consumer.accept(parsed);
        } catch (ClassCastException | NullPointerException e) {
            throw new CannotImport(name + ", line " + number + ": not what Strapi writes", e);
        }
    }
}
