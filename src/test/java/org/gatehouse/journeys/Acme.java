package org.gatehouse.journeys;

import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;

/** The identity provider of the tests as an operator sets it up, under the name {@code acme} and others. */
final class Acme {

    static final String NAME = "acme";

    private Acme() {
    }

    /** As a provider of plain OAuth 2. */
    static Map<String, String> settings(IdentityProvider provider) {
        return settings(provider, NAME);
    }

    static Map<String, String> settings(IdentityProvider provider, String name) {
        var settings = new TreeMap<>(provider.settingsOfOAuth2(name));
        settings.put("gatehouse.provider." + name + ".callback", Traveller.FRONT_END.toString());
        settings.put("gatehouse.provider." + name + ".title", "Acme");
        return settings;
    }

    static String setting(String part) {
        return "gatehouse.provider." + NAME + "." + part;
    }

    static Traveller anybody(IdentityProvider provider) {
        return new Traveller(Gatehouse.shared(), provider, NAME);
    }
}
