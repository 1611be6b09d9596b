package org.gatehouse.providers.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.api.Named;

/** The catalogue, as the tests walk it. */
final class KnownProviders {

    private static final Catalogue CATALOGUE = new Catalogue();
    private static final List<Named<ProviderDescriptor>> ALL =
            CATALOGUE.names().stream().map(name -> Named.of(name, provider(name))).toList();

    private KnownProviders() {
    }

    static Stream<Named<ProviderDescriptor>> all() {
        return ALL.stream();
    }

    static ProviderDescriptor provider(String name) {
        return CATALOGUE.find(name).orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }
}
