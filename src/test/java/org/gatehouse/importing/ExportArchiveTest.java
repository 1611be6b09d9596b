package org.gatehouse.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.systems.StrapiExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives come from elsewhere: whatever is in them, it costs little memory, and the message says what is wrong. */
class ExportArchiveTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"export.tar.gz", "export.tar"})
    void linesAreReadWhetherTheArchiveIsPackedOrNot(String name) {
        var file = StrapiExport.withUsualRoles().writeTo(directory.resolve(name));

        assertThat(lines(file, "entities")).extracting(line -> line.getString("type")).containsExactly(
                "plugin::users-permissions.role", "plugin::users-permissions.role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../entities/entities_00002.jsonl", "/entities/entities_00002.jsonl",
        "entities/../../entities_00002.jsonl", "entities/x/entities_00002.jsonl", "assets/uploads/entities_00002.jsonl"})
    void onlyTheFilesThatAnExportHasAreRead(String name) {
        var file = new StrapiExport().entry(name, bytes("no JSON of plugin::users-permissions.user\n"))
                .writeTo(directory.resolve("export.tar"));

        assertThat(lines(file, "entities")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin::users-permissions.user", "[\"plugin::users-permissions.user\"]",
        "{\"type\":\"plugin::users-permissions.user\"", "{\"type\":\"plugin::users-permissions.user\"}{}"})
    void aBrokenLineIsNamed(String line) {
        var file = StrapiExport.withUsualRoles().line(line).writeTo(directory.resolve("export.tar"));

        assertThatThrownBy(() -> lines(file, "entities")).isInstanceOf(CannotImport.class)
                .hasMessageContaining("entities/entities_00001.jsonl, line 4");
    }

    @Test
    void deepNestingIsABrokenLineLikeAnyOther() {
        var file = new StrapiExport().line("{\"plugin::users-permissions.user\":" + "[".repeat(1_000_000))
                .writeTo(directory.resolve("export.tar"));

        assertThatThrownBy(() -> lines(file, "entities")).isInstanceOf(CannotImport.class).hasMessageContaining("line 1");
    }

    @Test
    void aLineThatWouldFillTheMemoryIsRefused() {
        var file = new StrapiExport().line("x".repeat(5_000_000)).writeTo(directory.resolve("export.tar"));

        assertThatThrownBy(() -> lines(file, "entities")).isInstanceOf(CannotImport.class)
                .hasMessageContaining("line 1 is longer than");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
        var bomb = directory.resolve("bomb.tar.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            var file = new StrapiExport().entry("assets/uploads/zeros", new byte[70 << 20])
                    .writeTo(directory.resolve("bomb.tar"));
            Files.copy(file, packed);
        }

        assertThatThrownBy(() -> lines(bomb, "links")).isInstanceOf(CannotImport.class)
                .hasMessageContaining("unpacks to far more");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        var text = Files.writeString(directory.resolve("export.tar"), "hello".repeat(1000));
        var nothing = Files.write(directory.resolve("nothing.tar"), new byte[0]);
        var half = directory.resolve("half.tar.gz");
        var whole = Files.readAllBytes(StrapiExport.withUsualRoles().writeTo(directory.resolve("whole.tar.gz")));
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));

        for (var file : List.of(text, nothing, half)) {
            assertThatThrownBy(() -> lines(file, "links")).isInstanceOf(CannotImport.class)
                    .hasMessageContaining("is no complete archive of strapi export");
        }
    }

    /** It may be read in part all the same, but nothing else happens. */
    @Test
    void aDamagedArchiveIsRefusedAtMost() throws IOException {
        var whole = Files.readAllBytes(StrapiExport.withUsualRoles().writeTo(directory.resolve("whole.tar")));
        var random = new Random(1);
        for (var i = 0; i < 500; i++) {
            var damaged = whole.clone();
            for (var hit = 0; hit < 20; hit++) {
                damaged[random.nextInt(2 * 512)] = (byte) random.nextInt();
            }
            var file = Files.write(directory.resolve("damaged.tar"), damaged);

            assertThat(catchThrowable(() -> lines(file, "entities"))).satisfiesAnyOf(
                    thrown -> assertThat(thrown).isNull(), thrown -> assertThat(thrown).isInstanceOf(CannotImport.class));
        }
    }

    @Test
    void anEncryptedExportIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> ExportFile.open("export.tar.gz.enc")).isInstanceOf(CannotImport.class)
                .hasMessageContaining("--no-encrypt");
    }

    private static List<JsonObject> lines(Path file, String folder) {
        var lines = new ArrayList<JsonObject>();
        new ExportArchive(file).forEach(folder, "plugin::users-permissions.", () -> { }, lines::add);
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
