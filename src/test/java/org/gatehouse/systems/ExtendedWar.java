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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The WAR as a company extends it: one more jar in {@code WEB-INF/lib}, with CDI beans that implement the SPI. */
public final class ExtendedWar {

    private static final String EMPTY_BEANS_XML = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private ExtendedWar() {
    }

    /** Writes one of that name beside the packaged one. */
    public static Path with(String name, Class<?>... beans) {
        Path packaged = Project.built("gatehouse.war");
        Path extended = packaged.resolveSibling(name + ".war");
        try {
            Files.copy(packaged, extended, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem war = FileSystems.newFileSystem(extended)) {
                Files.write(war.getPath("WEB-INF/lib/" + name + ".jar"), jar(beans));
            }
            return extended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jar(Class<?>... beans) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("META-INF/beans.xml"));
            jar.write(EMPTY_BEANS_XML.getBytes(StandardCharsets.UTF_8));
            for (Class<?> bean : beans) {
                String name = bean.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(name));
                try (InputStream compiled = bean.getResourceAsStream("/" + name)) {
                    compiled.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }
}
