package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

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
}
