package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyEntryIsADescription() {
        var catalogue = new Catalogue();
        assertThat(List.copyOf(catalogue.names())).isSorted().allSatisfy(name -> assertThat(catalogue.find(name)).isPresent());
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertThat(new Catalogue().find("nobody")).isEmpty();
    }

    @Test
    void everyIconIsSomebodys() throws IOException {
        try (var icons = Files.list(Path.of("src/main/webapp/icons"))) {
            assertThat(icons.map(icon -> icon.getFileName().toString()).toList())
                    .hasSameElementsAs(KnownProviders.all().map(provider -> provider.getPayload().about().icon()).toList());
        }
    }
}
