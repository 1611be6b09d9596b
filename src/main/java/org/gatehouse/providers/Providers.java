package org.gatehouse.providers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.SettingsChanged;

/** The providers that people may log in with at this moment. */
@Singleton
class Providers {

    private final Settings settings;
    private final ProviderAssembly assembly;
    private volatile SortedMap<String, SocialLogin> enabled = new TreeMap<>();

    @Inject
    Providers(Settings settings, ProviderAssembly assembly) {
        this.settings = settings;
        this.assembly = assembly;
    }

    /** Those of which nothing was changed stay the same, with all that they have learned of their provider. */
    void follow(@Observes SettingsChanged event) {
        var before = enabled;
        var now = assembly.assemble(settings);
        now.replaceAll((name, login) -> login.equals(before.get(name)) ? before.get(name) : login);
        enabled = now;
    }

    Collection<SocialLogin> all() {
        return enabled.values();
    }

    Optional<SocialLogin> find(String name) {
        return Optional.ofNullable(enabled.get(name));
    }

    /**
     * The provider, where it can be used.
     *
     * @throws org.gatehouse.platform.ApiException if there is none, or none that works
     */
    SocialLogin require(String name) {
        return find(name).filter(SocialLogin::isComplete).orElseThrow(ProviderError.DISABLED::exception);
    }
}
