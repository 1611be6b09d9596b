package org.gatehouse.providers;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.platform.Settings;

/** What providers may be called: their names stand in addresses, cookies and settings. */
final class ProviderNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,47}");
    /** Mean something else where the name of a provider would stand. */
    private static final Set<String> RESERVED = Set.of("local", "email", "callback", "identities");

    private ProviderNames() {
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches() || isReserved(name)) {
            throw new IllegalArgumentException("'" + name + "'");
        }
        return name;
    }

    /** The names of providers that the settings speak of. */
    static Stream<String> in(Settings settings) {
        return settings.names().stream().filter(name -> name.startsWith(ProviderOptions.FAMILY))
                .map(name -> name.substring(ProviderOptions.FAMILY.length()).split("\\.", 2))
                .filter(parts -> parts.length == 2).map(parts -> parts[0])
                .filter(name -> NAME.matcher(name).matches() && !isReserved(name)).distinct();
    }
}
