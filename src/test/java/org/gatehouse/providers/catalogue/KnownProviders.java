package org.gatehouse.providers.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.Strategy;
import org.junit.jupiter.api.Named;

/** The catalogue, as the tests walk it. */
final class KnownProviders {

    private static final Set<Protocol> CODES = EnumSet.of(Protocol.OIDC, Protocol.OAUTH2);
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final List<Named<ProviderDescriptor>> ALL =
            CATALOGUE.names().stream().map(name -> Named.of(name, provider(name))).toList();

    private KnownProviders() {
    }

    static Stream<Named<ProviderDescriptor>> all() {
        return ALL.stream();
    }

    /** All with which a login can begin at all. */
    static Stream<Named<ProviderDescriptor>> open() {
        return all().filter(provider -> provider.getPayload().strategy() != Strategy.POCKET);
    }

    /** Those that hand out codes. */
    static Stream<Named<ProviderDescriptor>> ofCodes() {
        return open().filter(provider -> CODES.contains(provider.getPayload().protocol()));
    }

    /** Those that sign requests, as OAuth 1.0a does. */
    static Stream<Named<ProviderDescriptor>> ofSignatures() {
        return open().filter(provider -> provider.getPayload().protocol() == Protocol.OAUTH1);
    }

    /** Those that are asked for a profile. */
    static Stream<Named<ProviderDescriptor>> ofProfiles() {
        return open().filter(provider -> provider.getPayload().profile().url() != null);
    }

    static ProviderDescriptor provider(String name) {
        return CATALOGUE.find(name).orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }
}
