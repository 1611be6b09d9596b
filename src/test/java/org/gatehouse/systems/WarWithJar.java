package org.gatehouse.systems;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The WAR as a company extends it: one more jar in {@code WEB-INF/lib}, with CDI beans and other files. */
public final class WarWithJar {

    private static final String EMPTY_BEANS_XML = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private final String name;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private WarWithJar(String name) {
        this.name = name;
        file("META-INF/beans.xml", EMPTY_BEANS_XML);
    }

    /** One whose jar has this name and nothing in it yet. */
    public static WarWithJar named(String name) {
        return new WarWithJar(name);
    }

    public WarWithJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream compiled = type.getResourceAsStream("/" + path)) {
            files.put(path, compiled.readAllBytes());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WarWithJar file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes it beside the packaged one. */
    public Path write() {
        Path packaged = Project.built("gatehouse.war");
        Path extended = packaged.resolveSibling("with-" + name + ".war");
        try {
            Files.copy(packaged, extended, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem war = FileSystems.newFileSystem(extended)) {
                Files.write(war.getPath("WEB-INF/lib/" + name + ".jar"), jar());
            }
            return extended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
