package org.gatehouse.providers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.accounts.ExternalIdentity;
import org.gatehouse.spi.ExternalProfile;

/**
 * Which role follows from what a provider says, if one does. Where the operator maps a claim, the provider decides with
 * every login: whoever has none of the values has the default role, so that a role taken away there is taken away here.
 *
 * @param roles the type of the role by the claim's value; the first that fits counts
 */
record RoleRule(boolean isOn, Map<String, String> roles) {

    /** How the claim is called among a profile's attributes. */
    static final String ATTRIBUTE = "gatehouse-role";

    static RoleRule of(ProviderOptions options) {
        return new RoleRule(options.text("role-claim").isPresent(), options.pairs("roles", ':'));
    }

    Optional<String> roleFor(ExternalProfile profile) {
        if (!isOn) {
            return Optional.empty();
        }
        var claim = profile.attributes().get(ATTRIBUTE);
        var values = claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        return Optional.of(roles.entrySet().stream()
                .filter(role -> values.stream().map(String::valueOf).anyMatch(role.getKey()::equals))
                .map(Map.Entry::getValue).findFirst().orElse(ExternalIdentity.DEFAULT_ROLE));
    }
}
