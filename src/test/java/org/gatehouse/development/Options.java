package org.gatehouse.development;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.gatehouse.systems.Project;

/**
 * What the developer said on the command line.
 *
 * @param data directory of the database
 * @param gatehouse settings for Gatehouse itself: what begins with {@code gatehouse.} and is not for build or launcher
 */
record Options(int port, int mailboxPort, Path data, Map<String, String> gatehouse) {

    private static final String OWN = "gatehouse.run.";
    private static final String TESTS = "gatehouse.test.";

    static Options from(Properties properties) {
        Map<String, String> gatehouse = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("gatehouse.") && !name.startsWith(OWN) && !name.startsWith(TESTS))
                .forEach(name -> gatehouse.put(name, properties.getProperty(name)));
        Path data = Path.of(properties.getProperty(OWN + "data", Project.built("gatehouse-data").toString()));
        return new Options(port(properties, "port", "8080"), port(properties, "mailbox-port", "8025"),
                data.toAbsolutePath(), gatehouse);
    }

    private static int port(Properties properties, String name, String standard) {
        String value = properties.getProperty(OWN + name, standard);
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
            throw new CannotRun("%s%s is \"%s\", but a port is a number from 1 to 65535".formatted(OWN, name, value));
        }
        return Integer.parseInt(value);
    }
}
