package org.gatehouse.hostile;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Providers that only the test that runs knows, honest at first, declared to the shared server by settings; both end with
 * the test. Each is a new issuer, so that nothing of an earlier test is remembered.
 */
final class DeclaredProviders implements AfterEachCallback {

    /** Where everybody comes back to; nobody listens there. */
    static final URI FRONT_END = URI.create("http://front.example/connect/redirect");

    private final List<IdentityProvider> open = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** One more, by OpenID Connect, with these settings after {@code gatehouse.provider.<name>.} on top. */
    IdentityProvider openId(String name, Map<String, String> more) {
        var provider = opened();
        declare(name, provider.settings(name), more);
        return provider;
    }

    /** One more, by plain OAuth 2. */
    IdentityProvider oauth2(String name) {
        var provider = opened();
        declare(name, provider.settingsOfOAuth2(name), Map.of());
        return provider;
    }

    /** One more, by OAuth 1.0a. */
    IdentityProvider oauth1(String name) {
        var provider = opened();
        declare(name, provider.settingsOfOAuth1(name), Map.of());
        return provider;
    }

    /** Changes other settings for the test that runs. */
    void set(String name, String value) {
        settings.put(name, value);
        apply(Map.of(name, Optional.of(value)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(IdentityProvider::close);
        open.clear();
        var changes = new TreeMap<String, Optional<String>>();
        settings.keySet().forEach(name -> changes.put(name, Optional.empty()));
        settings.clear();
        apply(changes);
    }

    private IdentityProvider opened() {
        var provider = IdentityProvider.open();
        open.add(provider);
        return provider;
    }

    private void declare(String name, Map<String, String> own, Map<String, String> more) {
        settings.merge("gatehouse.providers", name, (before, next) -> before + "," + next);
        settings.putAll(own);
        settings.put("gatehouse.provider." + name + ".callback", FRONT_END.toString());
        more.forEach((setting, value) -> settings.put("gatehouse.provider." + name + "." + setting, value));
        var changes = new TreeMap<String, Optional<String>>();
        settings.forEach((setting, value) -> changes.put(setting, Optional.of(value)));
        apply(changes);
    }

    private static void apply(Map<String, Optional<String>> changes) {
        Gatehouse.shared().settings(changes);
    }
}
