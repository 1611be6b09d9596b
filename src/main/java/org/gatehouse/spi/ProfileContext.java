package org.gatehouse.spi;

import java.util.List;
import java.util.Map;

/**
 * What is known about a login when its profile is made.
 *
 * @param tokens     what the provider handed out
 * @param claims     the claims of the checked id_token as plain values, lists and maps; empty where there is none
 * @param parameters what the provider sent through the browser; the person could have changed it
 * @param settings   this provider's own settings, by the last part of their names; nobody else's
 * @param http       the way to the provider
 */
public record ProfileContext(ProviderTokens tokens, Map<String, Object> claims, Map<String, List<String>> parameters,
        Map<String, String> settings, ProviderHttp http) {

    @Override
    public String toString() {
        return "ProfileContext[]";
    }
}
