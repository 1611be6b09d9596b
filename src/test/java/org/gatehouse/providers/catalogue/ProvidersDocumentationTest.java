package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.api.Test;

class ProvidersDocumentationTest {

    private static final Map<Protocol, String> PROTOCOLS = Map.of(Protocol.OIDC, "OpenID Connect", Protocol.OAUTH2, "OAuth 2.0",
            Protocol.OAUTH1, "OAuth 1.0a", Protocol.CAS, "CAS");
    private static final List<String> SHAPE =
            List.of("**Create the application**", "**Properties**", "**You get**", "**Limits**");

    private final String page = Files.readString(Path.of("src/docs/providers.md"));

    ProvidersDocumentationTest() throws IOException {
    }

    @ForEveryProvider
    void everyProviderIsListedWithWhatItNeeds(ProviderDescriptor provider) {
        var needs = provider.missing().stream().map(setting -> "`" + setting + "`").collect(Collectors.joining(", "));
        var about = provider.about();
        var note = (about.closed() ? "**Closed.** " : "") + (about.note() == null ? "" : about.note());
        assertThat(page).contains("| `%s` | %s | %s | %s | %s |\n"
                .formatted(provider.name(), about.title(), PROTOCOLS.get(provider.protocol()), needs, note));
    }

    @Test
    void nothingElseIsListed() {
        assertThat(page.lines().filter(line -> line.startsWith("| `") && line.split(" \\| ").length > 3))
                .hasSameSizeAs(new Catalogue().names());
    }

    @Test
    void everySectionHasTheSameShape() {
        var sections = Arrays.asList(page.split("\n(?=##)")).stream().filter(section -> section.startsWith("### ")).toList();
        assertThat(sections).hasSizeGreaterThanOrEqualTo(17).allSatisfy(section -> {
            assertThat(section.lines().filter(line -> line.startsWith("* ")).map(line -> line.substring(2, line.indexOf(':'))))
                    .containsExactlyElementsOf(SHAPE);
            assertThat(new Catalogue().names()).contains(section.substring(section.indexOf('`') + 1, section.indexOf("`\n")));
        });
    }
}
