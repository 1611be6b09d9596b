package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;

/**
 * The settings of logins with providers, and the family of names that each provider has. Values of the family are
 * checked by assembling the providers from them.
 */
@Singleton
class ProviderSettings implements SettingKeys {

    static final SettingKey<List<String>> DECLARED = SettingKey.listOf("gatehouse.providers",
            "a list of names in lower-case letters, digits, _ and -", ProviderNames::checked);
    static final SettingKey<Optional<String>> DIRECTORY = SettingKey.optionalText("gatehouse.connect.descriptions");
    static final SettingKey<List<URI>> CALLBACKS = SettingKey.listOf("gatehouse.connect.callbacks",
            "a list of absolute URLs separated by commas, or nothing", ProviderSettings::absolute);
    static final SettingKey<Duration> ATTEMPT_LIFETIME = SettingKey.duration("gatehouse.connect.attempt-expires-in");
    static final SettingKey<Duration> TICKET_LIFETIME = SettingKey.duration("gatehouse.connect.ticket-expires-in");

    private static final Set<String> SECRET = Set.of("secret", "private-key");
    private static final Pattern FAMILY = Pattern.compile("gatehouse\\.provider\\.([a-z0-9_-]+)\\.([\\w.-]+)");

    @Inject
    private ProviderAssembly assembly;

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(DECLARED, DIRECTORY, CALLBACKS, ATTEMPT_LIFETIME, TICKET_LIFETIME);
    }

    @Override
    public boolean knows(String name) {
        var found = FAMILY.matcher(name);
        return found.matches() && !ProviderNames.isReserved(found.group(1));
    }

    @Override
    public boolean isSecret(String name) {
        var found = FAMILY.matcher(name);
        return found.matches() && SECRET.contains(found.group(2));
    }

    @Override
    public Optional<String> contradiction(Settings settings) {
        try {
            assembly.assemble(settings);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static URI absolute(String text) {
        var uri = URI.create(text);
        if (!uri.isAbsolute()) {
            throw new IllegalArgumentException();
        }
        return uri;
    }
}
