package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the browser goes, to the letter; the parameters are sorted, and {@code *} stands for what is made up anew each time.
 * Everywhere but with Twitter these are sent besides: {@code client_id}, {@code redirect_uri}, {@code response_type=code}
 * and {@code state}.
 */
class MainProviderDeparturesTest {

    private static final String STANDARD = "client_id=client-of-gatehouse"
            + "&redirect_uri=https%3A%2F%2Faccounts.example.org%2Fapi%2Fconnect%2Fit%2Fcallback&response_type=code&state=*";
    private static final String PROOF = "&code_challenge=*&code_challenge_method=S256";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            apple | https://appleid.apple.com/auth/authorize |P| nonce=*&response_mode=form_post&scope=openid%20name%20email
            auth0 | https://tenant.example.auth0.com/authorize |P| nonce=*&scope=openid%20email%20profile
            cas | https://tenant.example/oidc/authorize |P| nonce=*&scope=openid%20email%20profile
            cognito | https://tenant.example/oauth2/authorize |P| nonce=*&scope=openid%20email%20profile
            discord | https://discord.com/api/oauth2/authorize |P| scope=identify%20email
            facebook | https://www.facebook.com/v24.0/dialog/oauth || scope=email
            github | https://github.com/login/oauth/authorize |P| scope=read%3Auser%20user%3Aemail
            google | https://accounts.google.com/o/oauth2/v2/auth |P| nonce=*&scope=openid%20email%20profile
            instagram | https://api.instagram.com/oauth/authorize || scope=instagram_business_basic
            keycloak | https://tenant.example/protocol/openid-connect/auth |P| nonce=*&scope=openid%20email%20profile
            linkedin | https://www.linkedin.com/oauth/v2/authorization || scope=openid%20email%20profile
            microsoft |https://login.microsoftonline.com/common/oauth2/v2.0/authorize |P| nonce=*&scope=openid%20email%20profile
            patreon | https://www.patreon.com/oauth2/authorize || scope=identity%20identity%5Bemail%5D
            reddit | https://www.reddit.com/api/v1/authorize || scope=identity
            twitch | https://id.twitch.tv/oauth2/authorize || scope=user%3Aread%3Aemail
            twitter2 | https://x.com/i/oauth2/authorize |P| scope=users.read%20tweet.read%20users.email
            vk | https://id.vk.com/authorize |P| scope=email
            """)
    void theBrowserGoesTo(String name, String url, String proof, String parameters) {
        var attempt = new Attempt(KnownProviders.provider(name));
        attempt.begin();

        var expected = STANDARD + (proof == null ? "" : PROOF) + "&" + parameters;
        assertThat(sorted(attempt.location().toString())).isEqualTo(sorted(url + "?" + expected));
    }

    @ParameterizedTest
    @CsvSource("twitter, https://api.twitter.com/oauth/authenticate?oauth_token=request-token")
    void withOAuth1TheRequestTokenIsAll(String name, String url) {
        var attempt = new Attempt(KnownProviders.provider(name));
        attempt.begin();
        assertThat(attempt.location()).hasToString(url);
    }

    private static String sorted(String url) {
        var query = url.indexOf('?') + 1;
        return url.substring(0, query) + Stream.of(url.substring(query).split("&"))
                .map(parameter -> parameter.replaceFirst("^(state|nonce|code_challenge)=.+", "$1=*"))
                .sorted().collect(Collectors.joining("&"));
    }
}
