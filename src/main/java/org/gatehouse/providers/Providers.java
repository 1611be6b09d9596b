package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.platform.Settings;

/** The providers that people may log in with at this moment. */
@Singleton
class Providers {

    private final Settings settings;
    private final ProviderAssembly assembly;
    private volatile Enabled enabled = new Enabled(null, new TreeMap<>());

    @Inject
    Providers(Settings settings, ProviderAssembly assembly) {
        this.settings = settings;
        this.assembly = assembly;
    }

    private record Enabled(Object madeFrom, SortedMap<String, SocialLogin> byName) {
    }

    private SortedMap<String, SocialLogin> enabled() {
        var known = enabled;
        return known.madeFrom == settings.inForce() ? known.byName : assembled();
    }

    /** Those of which nothing was changed stay the same, with all that they have learned of their provider. */
    private synchronized SortedMap<String, SocialLogin> assembled() {
        var inForce = settings.inForce();
        var before = enabled;
        if (before.madeFrom != inForce) {
            var now = assembly.assemble(settings);
            now.replaceAll((name, login) -> login.equals(before.byName.get(name)) ? before.byName.get(name) : login);
            enabled = new Enabled(inForce, now);
        }
        return enabled.byName;
    }

    Collection<SocialLogin> all() {
        return enabled().values();
    }

    Optional<SocialLogin> find(String name) {
        return Optional.ofNullable(enabled().get(name));
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
