package org.gatehouse.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The file that {@code strapi export --no-encrypt} writes, of version 4 or 5. Entities are lines such as {@code
 * {"type":"plugin::users-permissions.user","id":7,"data":{…}}}; what belongs together stands in links, {@code
 * {"left":{"type":"plugin::users-permissions.user","ref":7,"field":"role"},"right":{"type":…,"ref":1}}}. Links come after
 * the entities, so the file is read once for roles, permissions and links, and once more for users.
 */
final class ExportFile implements StrapiSource {

    private final ExportArchive archive;
    private ExportIndex index;

    private ExportFile(ExportArchive archive) {
        this.archive = archive;
    }

    static ExportFile open(String name) {
        if (name.endsWith(".enc")) {
            throw new CannotImport(name + " is encrypted: export again with --no-encrypt");
        }
        var file = Path.of(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotImport("there is no file " + file.toAbsolutePath() + " that can be read on this node");
        }
        return new ExportFile(new ExportArchive(file));
    }

    @Override
    public List<SourceRow> roles(ImportProgress progress) {
        return index(progress).roles();
    }

    @Override
    public List<SourceRow> permissions(ImportProgress progress) {
        return index(progress).permissions();
    }

    @Override
    public void users(Consumer<SourceRow> consumer, ImportProgress progress) {
        var links = index(progress).rolesOfUsers();
        archive.forEach("entities", ExportIndex.USER, progress::tick, line -> {
            if (ExportIndex.type(line).equals(ExportIndex.USER)) {
                var row = ExportIndex.row(line);
                consumer.accept(row.linkedTo(links.roleOf(row.id())));
            }
        });
    }

    private ExportIndex index(ImportProgress progress) {
        if (index == null) {
            var made = new ExportIndex();
            archive.forEach("entities|links", ExportIndex.PLUGIN, progress::tick, made::add);
            index = made;
        }
        return index;
    }
}
