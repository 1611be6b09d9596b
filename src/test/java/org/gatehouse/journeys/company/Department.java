package org.gatehouse.journeys.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.gatehouse.spi.ClaimsContributor;
import org.gatehouse.spi.TokenUser;

/** Adds a department to the tokens of some, oversteps with others, and fails with others again; addresses tell which. */
@ApplicationScoped
public class Department implements ClaimsContributor {

    public static final String SALES = "@sales.example.org";
    public static final String GREEDY = "@greedy.example.org";
    public static final String FAILING = "@failing.example.org";
    public static final String ODD = "@odd.example.org";

    @Override
    public Map<String, Object> claims(TokenUser user) {
        var address = user.email().orElse("");
        if (address.endsWith(SALES)) {
            return Map.of("department", "sales", "of", Map.of("id", user.id(), "roles", List.copyOf(user.roles())));
        }
        if (address.endsWith(GREEDY)) {
            return Map.of("upn", "root", "groups", List.of("admin"), "id", 1, "exp", 4_102_444_800L, "nbf", 4_102_444_800L,
                    "iss", "https://elsewhere.example.org", "sid", "some-session", "modest", true);
        }
        if (address.endsWith(FAILING)) {
            throw new IllegalStateException("The directory of departments is away");
        }
        return address.endsWith(ODD) ? Map.of("odd", new Object()) : Map.of();
    }
}
