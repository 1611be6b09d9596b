package org.gatehouse.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What MicroProfile Config knows: the packaged defaults, and what the operator set outside of the application. */
@Singleton
class OperatorSettings {

    /** The {@code config_ordinal} of our packaged defaults; whatever an operator sets has a higher one. */
    private static final int PACKAGED_ORDINAL = 50;

    private final Config config;

    @Inject
    OperatorSettings(Config config) {
        this.config = config;
    }

    /** The value, from wherever it comes. */
    Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** Whether the operator set it, so that it cannot be changed from within. */
    boolean isPinned(String name) {
        var value = config.getConfigValue(name);
        return value.getValue() != null && value.getSourceOrdinal() > PACKAGED_ORDINAL;
    }

    /** Names that start like ours, to find misspelt ones; sources that cannot list their names are not among them. */
    Iterable<String> names() {
        return config.getPropertyNames();
    }
}
