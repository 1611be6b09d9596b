package org.gatehouse.providers.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.spi.OpenId;

/**
 * Which issuers an OpenID provider may name. Mostly there is one, to the letter. Some providers spell theirs in two ways
 * (Google), or have one for each tenant behind a single entrance (Microsoft), which claims of the id_token then name.
 */
record IssuerRule(String issuer, List<String> accepted) {

    private static final Pattern CLAIM = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TENANT = Pattern.compile(".*/\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(/.*)?");

    /** An operator who names one tenant means no other, although all share the provider's keys. */
    static IssuerRule of(OpenId openId) {
        var alone = openId.issuers().isEmpty() || TENANT.matcher(openId.issuer()).matches();
        return new IssuerRule(openId.issuer(), alone ? List.of(openId.issuer()) : openId.issuers());
    }

    /** The issuer that an id_token with these claims has to have. */
    String expected(JWTClaimsSet claims) {
        var candidates = accepted.stream().map(template -> CLAIM.matcher(template).replaceAll(
                name -> String.valueOf(claims.getClaim(name.group(1))).replaceAll("[^\\w.-]", ""))).toList();
        return candidates.contains(claims.getIssuer()) ? claims.getIssuer() : candidates.get(0);
    }

    /** Whether this may be the issuer, as far as can be said without an id_token. */
    boolean mayBe(String other) {
        return issuer.equals(other) || accepted.stream().anyMatch(template -> pattern(template).matcher(other).matches());
    }

    private static Pattern pattern(String template) {
        return Pattern.compile("\\Q" + CLAIM.matcher(template).replaceAll("\\\\E[^/?#]+\\\\Q") + "\\E");
    }

    /** The one name under which the issuer of an id_token is remembered, however it is spelled; empty without one. */
    Optional<String> remembered(String actual) {
        return accepted.stream().anyMatch(template -> CLAIM.matcher(template).find())
                ? Optional.ofNullable(actual) : Optional.of(issuer);
    }
}
