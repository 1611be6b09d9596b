package org.gatehouse.systems;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes what {@code strapi export --no-encrypt} writes, and archives that only look like it. */
public final class StrapiExport {

    private static final String PLUGIN = "plugin::users-permissions.";

    private final StringBuilder entities = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final Map<String, byte[]> others = new LinkedHashMap<>();

    /** With the two roles that every Strapi has: 1 is authenticated, 2 is public. */
    public static StrapiExport withUsualRoles() {
        return new StrapiExport()
                .entity("plugin::i18n.locale", 1, Json.createObjectBuilder().add("code", "en").build())
                .role(1, "Authenticated", "authenticated").role(2, "Public", "public");
    }

    public StrapiExport role(long id, String name, String type) {
        return entity(PLUGIN + "role", id, Json.createObjectBuilder().add("name", name)
                .add("description", "").add("type", type).add("createdAt", "2024-02-03T04:05:06.789Z").build());
    }

    public StrapiExport permission(long id, String action, long role) {
        entity(PLUGIN + "permission", id, Json.createObjectBuilder().add("action", action).build());
        return link("permission", id, "permissions", role);
    }

    /** The fields that version 5 has of somebody confirmed who logs in with a password; without a role. */
    public static JsonObjectBuilder fields(String username, String email, String hash) {
        return Json.createObjectBuilder().add("username", username).add("email", email).add("provider", "local")
                .add("password", hash).addNull("resetPasswordToken").addNull("confirmationToken")
                .add("confirmed", true).add("blocked", false).add("createdAt", "2024-02-03T04:05:06.789Z")
                .add("updatedAt", "2025-02-03T04:05:06.789Z").add("publishedAt", "2024-02-03T04:05:06.789Z")
                .addNull("locale");
    }

    public StrapiExport user(long id, JsonObjectBuilder fields) {
        return entity(PLUGIN + "user", id, fields.build());
    }

    public StrapiExport user(long id, JsonObjectBuilder fields, long role) {
        return user(id, fields).link("user", id, "users", role);
    }

    /** Any line among the entities. */
    public StrapiExport line(String line) {
        entities.append(line).append('\n');
        return this;
    }

    /** Any other entry of the archive. */
    public StrapiExport entry(String name, byte[] content) {
        others.put(name, content);
        return this;
    }

    public Path writeTo(Path file) {
        var isPacked = file.toString().endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
             OutputStream packed = isPacked ? new GZIPOutputStream(raw) : raw;
             TarArchiveOutputStream archive = new TarArchiveOutputStream(packed, "UTF-8")) {
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                add(archive, other.getKey(), other.getValue());
            }
            add(archive, "entities/entities_00001.jsonl", bytes(entities));
            add(archive, "links/links_00001.jsonl", bytes(links));
            add(archive, "metadata.json", "{}".getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StrapiExport entity(String type, long id, JsonObject data) {
        return line(Json.createObjectBuilder().add("type", type).add("id", id).add("data", data).build().toString());
    }

    private StrapiExport link(String owner, long id, String inverse, long role) {
        links.append("{\"kind\":\"relation.basic\",\"relation\":\"manyToOne\",\"left\":{\"type\":\"").append(PLUGIN)
                .append(owner).append("\",\"field\":\"role\",\"ref\":").append(id).append("},\"right\":{\"type\":\"")
                .append(PLUGIN).append("role\",\"field\":\"").append(inverse).append("\",\"ref\":").append(role)
                .append(",\"pos\":1}}\n");
        return this;
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(TarArchiveOutputStream archive, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }
}
