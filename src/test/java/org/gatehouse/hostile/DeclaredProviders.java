package org.gatehouse.hostile;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Providers that only the tests of a class know, honest at first, declared to the shared server by settings; both end with
 * the class. Declaring takes a second, so it is best done for all at once; each is an issuer of its own, so that nothing
 * of an earlier test is remembered.
 */
final class DeclaredProviders implements AfterAllCallback {

    /** Where everybody comes back to; nobody listens there. */
    static final URI FRONT_END = URI.create("http://front.example/connect/redirect");

    private final Map<String, IdentityProvider> open = new LinkedHashMap<>();
    private final Map<String, String> settings = new TreeMap<>();

    /** One more, by OpenID Connect, with these settings after {@code gatehouse.provider.<name>.} on top. */
    DeclaredProviders openId(String name, Map<String, String> more) {
        return with(name, provider -> provider.settings(name), more);
    }

    /** One more, by OAuth 1.0a. */
    DeclaredProviders oauth1(String name) {
        return with(name, provider -> provider.settingsOfOAuth1(name), Map.of());
    }

    /** One more setting for the tests of the class. */
    DeclaredProviders setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Tells the server of all of them. */
    void declare() {
        apply(Optional::of);
    }

    IdentityProvider get(String name) {
        return open.get(name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        open.values().forEach(IdentityProvider::close);
        open.clear();
        apply(value -> Optional.empty());
        settings.clear();
    }

    private DeclaredProviders with(String name, Function<IdentityProvider, Map<String, String>> own,
                                   Map<String, String> more) {
        var provider = IdentityProvider.open();
        open.put(name, provider);
        settings.putAll(own.apply(provider));
        settings.put("gatehouse.provider." + name + ".callback", FRONT_END.toString());
        more.forEach((setting, value) -> settings.put("gatehouse.provider." + name + "." + setting, value));
        settings.merge("gatehouse.providers", name, (before, next) -> before + "," + next);
        return this;
    }

    private void apply(Function<String, Optional<String>> value) {
        var changes = new TreeMap<String, Optional<String>>();
        settings.forEach((name, set) -> changes.put(name, value.apply(set)));
        Gatehouse.shared().settings(changes);
    }
}
