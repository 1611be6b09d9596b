package org.gatehouse.contract;

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
import org.gatehouse.contract.rule.RecordedPasswordRule;

/** The WAR as an operator extends it: one more jar in {@code WEB-INF/lib}, with a CDI bean that implements the SPI. */
final class WarWithPasswordRule {

    private static final String EMPTY_BEANS_XML = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private WarWithPasswordRule() {
    }

    /** Writes it beside the packaged one. */
    static Path of(Path packaged) {
        Path extended = packaged.resolveSibling("with-password-rule.war");
        try {
            Files.copy(packaged, extended, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem war = FileSystems.newFileSystem(extended)) {
                Files.write(war.getPath("WEB-INF/lib/password-rule.jar"), jar());
            }
            return extended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jar() throws IOException {
        String rule = RecordedPasswordRule.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes);
             InputStream compiled = RecordedPasswordRule.class.getResourceAsStream("/" + rule)) {
            jar.putNextEntry(new ZipEntry("META-INF/beans.xml"));
            jar.write(EMPTY_BEANS_XML.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry(rule));
            compiled.transferTo(jar);
        }
        return bytes.toByteArray();
    }
}
