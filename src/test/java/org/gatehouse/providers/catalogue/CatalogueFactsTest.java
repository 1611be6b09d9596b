package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 218 providers against what is known about them from elsewhere: {@code facts.tsv} says how each has been reached for
 * years, {@code moved.tsv} where and how it is reached today if that is another way.
 */
class CatalogueFactsTest {

    private static final Path FACTS = Path.of("src/test/resources/providers/facts.tsv");
    private static final Path MOVED = Path.of("src/test/resources/providers/moved.tsv");

    @Test
    void allAreThere() {
        assertThat(facts()).hasSize(218);
        assertThat(new Catalogue().names()).containsAll(facts().map(Named::getName).toList());
    }

    @Test
    void onlyWhatIsKnownHasMoved() {
        var names = facts().map(Named::getName).toList();
        assertThat(rows(MOVED).stream().skip(1)).allSatisfy(row -> assertThat(names).contains(row[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void eachIsReachedAsKnown(Map<String, String> expected) {
        assertThat(facts(KnownProviders.provider(expected.get("name")))).isEqualTo(expected);
    }

    static Stream<Named<Map<String, String>>> facts() {
        var table = rows(FACTS);
        var moves = rows(MOVED);
        return table.stream().skip(1).map(row -> {
            var facts = new LinkedHashMap<String, String>();
            for (var i = 0; i < row.length; i++) {
                facts.put(table.get(0)[i], row[i]);
            }
            moves.stream().filter(moved -> moved[0].equals(row[0])).forEach(moved -> facts.put(moved[1], moved[2]));
            return Named.of(row[0], facts);
        });
    }

    private static Map<String, String> facts(ProviderDescriptor provider) {
        var token = provider.token();
        var facts = new LinkedHashMap<String, String>();
        facts.put("name", provider.name());
        facts.put("protocol", spelled(provider.protocol()));
        facts.put("request-url", provider.oauth1() == null ? "" : provider.oauth1().url());
        facts.put("authorize-url", provider.authorize().url());
        facts.put("access-url", token.url());
        facts.put("profile-url", provider.profile().url() == null ? "" : provider.profile().url());
        var modern = provider.oauth1() == null;
        facts.put("delimiter", !modern ? "" : provider.authorize().delimiter().equals(" ") ? "space" : "comma");
        facts.put("client-id", modern ? provider.authorize().clientIdParameter() : "");
        facts.put("token-request", modern ? token.method() + " " + spelled(token.in()) : "");
        facts.put("authentication", modern ? spelled(token.authentication()) : "");
        return facts;
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
