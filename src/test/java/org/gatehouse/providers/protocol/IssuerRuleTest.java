package org.gatehouse.providers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import org.gatehouse.spi.OpenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRuleTest {

    private static final String TENANT = "8eaef023-2b34-4da1-9baa-8bc8c9d6a490";
    private static final IssuerRule GOOGLE =
            rule("https://accounts.google.com", "https://accounts.google.com", "accounts.google.com");
    private static final IssuerRule MICROSOFT = rule("https://login.microsoftonline.com/common/v2.0",
            "https://login.microsoftonline.com/{tid}/v2.0");

    @Test
    void anIssuerIsTheConfiguredOneToTheLetter() {
        var rule = rule("https://acme.example");

        assertThat(rule.expected(claims("https://acme.example/", null))).isEqualTo("https://acme.example");
        assertThat(rule.mayBe("https://acme.example")).isTrue();
        assertThat(rule.mayBe("https://acme.example/")).isFalse();
        assertThat(rule.mayBe("https://acmeXexample")).isFalse();
    }

    @Test
    void anIssuerWithTwoSpellingsIsRememberedByOne() {
        for (var spelling : List.of("https://accounts.google.com", "accounts.google.com")) {
            assertThat(GOOGLE.expected(claims(spelling, null))).isEqualTo(spelling);
            assertThat(GOOGLE.remembered(spelling)).contains("https://accounts.google.com");
        }
        assertThat(GOOGLE.expected(claims("https://accounts.google.com.evil.example", null)))
                .isEqualTo("https://accounts.google.com");
    }

    @Test
    void theIssuerOfATenantIsTheOneThatItsClaimNames() {
        var issuer = "https://login.microsoftonline.com/" + TENANT + "/v2.0";

        assertThat(MICROSOFT.expected(claims(issuer, TENANT))).isEqualTo(issuer);
        assertThat(MICROSOFT.remembered(issuer)).contains(issuer);
        assertThat(MICROSOFT.expected(claims(issuer, "another"))).isNotEqualTo(issuer);
        assertThat(MICROSOFT.expected(claims(issuer, null))).isNotEqualTo(issuer);
        assertThat(MICROSOFT.mayBe(issuer)).isTrue();
        assertThat(MICROSOFT.mayBe("https://login.microsoftonline.com/{tenantid}/v2.0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.microsoftonline.com/a/b/v2.0", "https://login.microsoftonline.com//v2.0",
            "https://evil.example/https://login.microsoftonline.com/a/v2.0", "https://loginXmicrosoftonline.com/a/v2.0"})
    void whatIsNoTenantIsNoIssuer(String other) {
        assertThat(MICROSOFT.mayBe(other)).isFalse();
    }

    @Test
    void whoNamesOneTenantMeansNoOther() {
        var one = "https://login.microsoftonline.com/" + TENANT + "/v2.0";
        var rule = rule(one, "https://login.microsoftonline.com/{tid}/v2.0");

        assertThat(rule.expected(claims("https://login.microsoftonline.com/other/v2.0", "other"))).isEqualTo(one);
        assertThat(rule.mayBe("https://login.microsoftonline.com/other/v2.0")).isFalse();
    }

    private static IssuerRule rule(String issuer, String... issuers) {
        return IssuerRule.of(new OpenId(issuer, List.of(issuers), null, List.of(), true));
    }

    private static JWTClaimsSet claims(String issuer, String tenant) {
        return new JWTClaimsSet.Builder().issuer(issuer).claim("tid", tenant).build();
    }
}
