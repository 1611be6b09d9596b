package org.gatehouse.providers.catalogue;

import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.spi.ProviderDescriptor;

/**
 * The providers that Gatehouse knows by name, as they stand in {@code providers.json}; the format is that of
 * {@link ProviderDescriptor}. The file is read once; a description becomes a descriptor when it is asked for.
 */
@Singleton
public class Catalogue {

    private static final String RESOURCE = "providers.json";

    private final JsonObject entries;

    public Catalogue() {
        try (var resource = Catalogue.class.getResourceAsStream(RESOURCE); var reader = Json.createReader(resource)) {
            entries = reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names, in alphabetical order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    public Optional<ProviderDescriptor> find(String name) {
        return Optional.ofNullable(entries.getJsonObject(name)).map(entry -> ProviderDescriptor.read(name, entry));
    }
}
