package org.gatehouse.providers;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Settings;
import org.gatehouse.providers.catalogue.Catalogue;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.SocialProvider;

/**
 * Where the descriptions of providers come from. Of several with one name the first counts: a bean of the company, a file
 * of the operator's directory, a file {@code META-INF/gatehouse/providers/<name>.json} on the class path, the catalogue.
 * Files may name another description to begin with, as {@code "extends"}.
 */
@Singleton
class Descriptions {

    private static final String RESOURCES = "META-INF/gatehouse/providers/";
    private static final String EXTENDS = "extends";

    private final Catalogue catalogue;
    private final Map<String, SocialProvider> beans = new TreeMap<>();

    @Inject
    Descriptions(Catalogue catalogue, Instance<SocialProvider> beans) {
        this.catalogue = catalogue;
        for (var bean : beans) {
            var other = this.beans.put(bean.descriptor().name(), bean);
            if (other != null) {
                throw new IllegalStateException("Two beans describe the provider " + bean.descriptor().name());
            }
        }
    }

    /** The names of all that need no mention in the settings to be known. */
    Set<String> names() {
        var names = new TreeSet<>(catalogue.names());
        names.addAll(beans.keySet());
        return names;
    }

    Optional<SocialProvider> bean(String name) {
        return Optional.ofNullable(beans.get(name));
    }

    /** @throws IllegalArgumentException if there is a description, but it is wrong */
    Optional<ProviderDescriptor> find(String name, Settings settings) {
        return bean(name).map(SocialProvider::descriptor)
                .or(() -> file(name, settings).map(json -> described(name, json, settings)))
                .or(() -> catalogue.find(name));
    }

    private ProviderDescriptor described(String name, String text, Settings settings) {
        try {
            var json = JsonValues.parseObject(text);
            if (!json.containsKey(EXTENDS)) {
                return ProviderDescriptor.read(name, json);
            }
            var base = json.getString(EXTENDS);
            return Optional.of(base).filter(other -> !other.equals(name)).flatMap(other -> find(other, settings))
                    .or(() -> catalogue.find(base))
                    .orElseThrow(() -> new IllegalArgumentException("extends " + base + ", which nobody knows"))
                    .with(without(json, EXTENDS)).named(name);
        } catch (JsonException | ClassCastException e) {
            throw new IllegalArgumentException("the description is not a JSON object: " + e.getMessage(), e);
        }
    }

    private static JsonObject without(JsonObject json, String member) {
        var rest = JsonValues.object();
        json.forEach((name, value) -> {
            if (!name.equals(member)) {
                rest.add(name, value);
            }
        });
        return rest.build();
    }

    private static Optional<String> file(String name, Settings settings) {
        return settings.get(ProviderSettings.DIRECTORY).map(directory -> Path.of(directory, name + ".json"))
                .filter(Files::isRegularFile).map(Descriptions::read).or(() -> resource(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Optional<String> resource(String name) {
        try (var stream = Descriptions.class.getClassLoader().getResourceAsStream(RESOURCES + name + ".json")) {
            return stream == null ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The description of " + name + " cannot be read", e);
        }
    }
}
