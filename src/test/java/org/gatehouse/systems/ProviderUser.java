package org.gatehouse.systems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who has an account at an {@link IdentityProvider}.
 *
 * @param claims what the provider tells about them (OpenID Connect Core, section 5.1); {@code sub} always
 */
public record ProviderUser(Map<String, Object> claims) {

    /** Somebody nobody has met before, with a verified address. */
    public static ProviderUser anybody() {
        return named("s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    }

    /** Somebody with that name, a verified address nobody has had before, and a subject nobody has had before. */
    public static ProviderUser named(String username) {
        return new ProviderUser(Map.of("sub", UUID.randomUUID().toString(), "preferred_username", username,
                "name", username, "email", UUID.randomUUID() + "@example.org", "email_verified", true));
    }

    /** The same person, of whom this is told instead. */
    public ProviderUser with(String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new ProviderUser(changed);
    }

    /** The same person, of whom this is not told. */
    public ProviderUser without(String claim) {
        var changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new ProviderUser(changed);
    }

    /** The same person, whose address the provider has not verified. */
    public ProviderUser unverified() {
        return with("email_verified", false);
    }

    public String subject() {
        return (String) claims.get("sub");
    }

    public String username() {
        return (String) claims.get("preferred_username");
    }

    public String email() {
        return (String) claims.get("email");
    }
}
