package org.gatehouse.spi;

import java.util.Map;

/**
 * Adds a company's own claims to the access tokens of its users, for its other applications to read. All beans of this
 * type are asked with each token, which is at each login and each refresh; so it should answer fast.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Department implements ClaimsContributor {
 *     public Map<String, Object> claims(TokenUser user) {
 *         return Map.of("department", user.attributes().getOrDefault("department", "none"));
 *     }
 * }
 * }</pre>
 */
public interface ClaimsContributor {

    /**
     * The claims for one user's token. Whoever has the token can read them.
     *
     * <p>A claim that Gatehouse sets itself ({@code iss}, {@code sub}, {@code aud}, {@code exp}, {@code nbf}, {@code iat},
     * {@code jti}, {@code upn}, {@code groups}, {@code id}, {@code ver}, {@code sid}, {@code raw_token}) is left out, and
     * the log says so. If this throws, or answers a value that JSON does not have, there is no token: one without the
     * claim might open what the claim would have closed.
     *
     * @return names and values: texts, numbers, booleans, lists and maps of these; never null
     */
    Map<String, Object> claims(TokenUser user);
}
