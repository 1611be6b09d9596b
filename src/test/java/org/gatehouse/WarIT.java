package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gatehouse.systems.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The WAR as it is shipped. */
@Tag("once")
class WarIT {

    private static final String LIBRARIES = "WEB-INF/lib/";
    private static final Pattern EXCLUDED = Pattern.compile("<scanning-exclude>([^<]+)</scanning-exclude>");

    /** One that is forgotten costs every start of the server the time to look through it. */
    @Test
    void payaraLooksThroughNoLibraryOfOthers() throws IOException {
        try (var war = new ZipFile(Project.built("gatehouse.war").toFile())) {
            var libraries = war.stream().map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length())).toList();
            var excluded = excluded(war);

            assertThat(libraries).isNotEmpty()
                    .allSatisfy(library -> assertThat(excluded).anyMatch(pattern -> pattern.matcher(library).matches()));
            assertThat(excluded).as("none is named that is gone")
                    .allSatisfy(pattern -> assertThat(libraries).anyMatch(library -> pattern.matcher(library).matches()));
        }
    }

    /** As Payara reads them: without version, and with asterisks. */
    private static List<Pattern> excluded(ZipFile war) throws IOException {
        try (InputStream descriptor = war.getInputStream(war.getEntry("WEB-INF/payara-web.xml"))) {
            return EXCLUDED.matcher(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .map(found -> Pattern.compile(found.group(1).replace("*", ".*") + "(-[0-9].*)?\\.jar")).toList();
        }
    }
}
