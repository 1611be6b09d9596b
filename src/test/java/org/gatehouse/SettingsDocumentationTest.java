package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;
import org.junit.jupiter.api.Test;

/** The code, the packaged defaults and the page of settings say the same. */
class SettingsDocumentationTest {

    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Path PAGE = Path.of("src/docs/settings.md");

    @Test
    void everySettingOfTheCodeHasAPackagedDefaultOrIsNamedAsEmpty() throws IOException {
        var declared = keys().map(SettingKey::name).collect(Collectors.toSet());

        assertThat(packagedDefaults().keySet()).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyPackagedDefaultIsAllowed() throws IOException {
        var defaults = packagedDefaults();
        var settings = new Settings();
        settings.replaceWith(0, name -> Optional.ofNullable(defaults.get(name)));

        assertThat(keys().map(settings::get)).doesNotContainNull();
    }

    @Test
    void thePageListsEverySettingWithItsDefaultAndMeaning() throws IOException {
        var row = Pattern.compile("\\| `(gatehouse\\.[\\w.-]+)` \\| (?:`(.*?)`)? ?\\| \\S.* \\|");
        var documented = Files.readAllLines(PAGE).stream().map(row::matcher).filter(found -> found.matches())
                .collect(Collectors.toMap(found -> found.group(1), found -> Optional.ofNullable(found.group(2)).orElse("")));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(packagedDefaults());
    }

    /** Lines such as {@code name=default}, or {@code #name=} for a setting that is empty by default. */
    private static Map<String, String> packagedDefaults() throws IOException {
        var line = Pattern.compile("(?:#(gatehouse\\.[\\w.-]+)=|(gatehouse\\.[\\w.-]+)=(.+))");
        var defaults = new TreeMap<String, String>();
        Files.readAllLines(DEFAULTS).stream().map(line::matcher).filter(found -> found.matches()).forEach(found ->
                defaults.put(found.group(1) == null ? found.group(2) : found.group(1),
                        found.group(3) == null ? "" : found.group(3)));
        return defaults;
    }

    private static Stream<SettingKey<?>> keys() {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.gatehouse").stream()
                .filter(type -> type.isAssignableTo(SettingKeys.class) && !type.isInterface())
                .map(type -> make(type.reflect())).map(SettingKeys::keys).flatMap(List::stream);
    }

    private static SettingKeys make(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (SettingKeys) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
