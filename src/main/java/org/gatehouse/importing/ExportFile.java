package org.gatehouse.importing;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file that {@code strapi export --no-encrypt} writes, of version 4 or 5. Entities are lines such as {@code
 * {"type":"plugin::users-permissions.user","id":7,"data":{…}}}; what belongs together stands in links, {@code
 * {"left":{"type":"plugin::users-permissions.user","ref":7,"field":"role"},"right":{"type":…,"ref":1}}}. Links come after
 * the entities, so the file is read once for roles, permissions and links, and once more for users.
 */
final class ExportFile implements StrapiSource {

    private static final String PLUGIN = "plugin::users-permissions.";
    private static final String USER = PLUGIN + "user";
    private static final String ROLE = PLUGIN + "role";
    private static final String PERMISSION = PLUGIN + "permission";
    private static final int MOST_ROLES = 1_000;
    private static final int MOST_PERMISSIONS = 20_000;

    private final ExportArchive archive;
    private Index index;

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
        return List.copyOf(index(progress).roles.values());
    }

    @Override
    public List<SourceRow> permissions(ImportProgress progress) {
        var links = index(progress).rolesOfPermissions;
        return index.permissions.values().stream().map(row -> row.linkedTo(links.roleOf(row.id()))).toList();
    }

    @Override
    public void users(Consumer<SourceRow> consumer, ImportProgress progress) {
        var links = index(progress).rolesOfUsers;
        archive.forEach("entities", USER, line -> {
            progress.tick();
            if (type(line).equals(USER)) {
                var row = row(line);
                consumer.accept(row.linkedTo(links.roleOf(row.id())));
            }
        });
    }

    private Index index(ImportProgress progress) {
        if (index == null) {
            var made = new Index(new LinkedHashMap<>(), new LinkedHashMap<>(), new RoleLinks(), new RoleLinks());
            archive.forEach("entities|links", PLUGIN, line -> {
                progress.tick();
                if (line.containsKey("left")) {
                    made.addLink(line);
                } else {
                    made.addEntity(line);
                }
            });
            index = made;
        }
        return index;
    }

    private static SourceRow row(JsonObject line) {
        return SourceRow.of(ExportArchive.number(line.get("id")), line.getJsonObject("data"), Optional.empty());
    }

    private static String type(JsonObject side) {
        return side.get("type") instanceof JsonString type ? type.getString() : "";
    }

    /** What must be known before users can be read. */
    private record Index(Map<Long, SourceRow> roles, Map<Long, SourceRow> permissions, RoleLinks rolesOfPermissions,
            RoleLinks rolesOfUsers) {

        private void addEntity(JsonObject line) {
            switch (type(line)) {
                case ROLE -> add(roles, row(line), MOST_ROLES);
                case PERMISSION -> add(permissions, row(line), MOST_PERMISSIONS);
                default -> { // users are not kept in memory
                }
            }
        }

        private static void add(Map<Long, SourceRow> rows, SourceRow row, int most) {
            rows.put(row.id(), row);
            if (rows.size() > most) {
                throw new CannotImport("there are more than " + most + " roles or permissions of a role");
            }
        }

        private void addLink(JsonObject line) {
            var left = line.getJsonObject("left");
            var right = line.getJsonObject("right");
            if (!type(right).equals(ROLE) || !left.getString("field", "").equals("role")) {
                return;
            }
            switch (type(left)) {
                case USER -> rolesOfUsers.add(ExportArchive.number(left.get("ref")), ExportArchive.number(right.get("ref")));
                case PERMISSION ->
                        rolesOfPermissions.add(ExportArchive.number(left.get("ref")), ExportArchive.number(right.get("ref")));
                default -> { // other content may have roles too
                }
            }
        }
    }
}
