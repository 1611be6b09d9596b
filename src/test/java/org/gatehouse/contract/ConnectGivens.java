package org.gatehouse.contract;

import java.util.List;
import java.util.Map;

/**
 * What the cases of logins with providers start from: the providers as they were when they were recorded. Where they have
 * moved since, the variants from before; and the hand-over by cookie, which is what the recording knows.
 */
final class ConnectGivens {

    private static final String FIRST = "B20";
    private static final String LAST = "B134";
    private static final String GITHUB_TOKEN = "https://github.com/login/oauth/access_token";
    private static final String GITHUB_USER = "https://api.github.com/user";
    private static final String GITHUB_EMAILS = "https://api.github.com/user/emails";
    private static final List<String> PROVIDERS = List.of("discord", "facebook", "google", "github", "microsoft", "twitter",
            "instagram", "vk", "twitch", "linkedin", "cognito", "reddit", "auth0", "cas", "patreon", "keycloak", "mockidp");
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("google.extends", "google-oauth2"),
            Map.entry("google.scope", "email"),
            Map.entry("microsoft.extends", "microsoft-graph"),
            Map.entry("microsoft.scope", "user.read"),
            Map.entry("vk.extends", "vk-classic"),
            Map.entry("linkedin.extends", "linkedin-classic"),
            Map.entry("github.scope", "user,user:email"),
            Map.entry("github.scope-delimiter", ","),
            Map.entry("instagram.scope", "user_profile"),
            Map.entry("cognito.subdomain", "my.subdomain.com"),
            Map.entry("cognito.issuer", "https://cognito.mock.test"),
            Map.entry("cognito.jwks-url", "https://cognito.mock.test/jwks.json"),
            Map.entry("cas.subdomain", "my.subdomain.com/cas"),
            Map.entry("auth0.subdomain", "my-tenant.eu"),
            Map.entry("keycloak.subdomain", "mykeycloakprovider.com/realms/myrealm"),
            Map.entry("mockidp.extends", "oauth2"),
            Map.entry("mockidp.authorize-url", "https://idp.mock.test/authorize"),
            Map.entry("mockidp.access-url", "https://idp.mock.test/token"),
            Map.entry("mockidp.profile-url", "https://idp.mock.test/userinfo"),
            Map.entry("mockidp.scope", "openid,email"));

    private ConnectGivens() {
    }

    static Givens table() {
        var givens = new Givens()
                .during("B16", "B18", setting("github.enabled"), "true")
                .during("B19", "B19", setting("github.key"), "KEY")
                .during("B19", "B19", setting("github.callback"), "http://front.example/connect/github")
                .during(FIRST, LAST, "gatehouse.providers", "mockidp");
        for (var provider : PROVIDERS) {
            givens.during(FIRST, LAST, setting(provider + ".key"), "KEY-" + provider)
                    .during(FIRST, LAST, setting(provider + ".secret"), "SECRET-" + provider)
                    .during(FIRST, LAST, setting(provider + ".callback"), "http://front.example/connect/" + provider)
                    .during(FIRST, LAST, setting(provider + ".hand-over"), "cookie");
        }
        OTHER.forEach((name, value) -> givens.during(FIRST, LAST, setting(name), value));
        return givens.and(troubles());
    }

    private static Givens troubles() {
        return new Givens()
                .before("B102", stage -> stage.upstream().answers(GITHUB_TOKEN, 200,
                        "{\"error\":\"bad_verification_code\",\"error_description\":\"The code is incorrect\"}"))
                .before("B105", stage -> stage.upstream().answers(GITHUB_TOKEN, 401,
                        "{\"error\":\"invalid_client\",\"error_description\":\"Bad client\"}"))
                .before("B108", stage -> stage.upstream().answers(GITHUB_TOKEN, 500, "Internal Server Error"))
                .before("B110", stage -> stage.upstream().asRecorded())
                .before("B111", stage -> stage.upstream().answers(GITHUB_USER, 401, "{\"message\":\"Bad credentials\"}"))
                .before("B113", stage -> stage.upstream().asRecorded())
                .before("B114", stage -> {
                    stage.upstream().answers(GITHUB_USER, 200, "{\"id\":5,\"login\":\"octo5\",\"email\":null}");
                    stage.upstream().answers(GITHUB_EMAILS, 200,
                            "[{\"email\":\"five@peer.test\",\"primary\":true,\"verified\":false}]");
                })
                .before("B117", stage -> {
                    stage.upstream().answers(GITHUB_USER, 200, "{\"id\":6,\"login\":\"octo6\",\"email\":null}");
                    stage.upstream().answers(GITHUB_EMAILS, 200, "[]");
                })
                .before("B120", stage -> {
                    stage.upstream().answers(GITHUB_USER, 200, "{\"id\":7,\"login\":\"octo2\",\"email\":\"pub@peer.test\"}");
                    stage.upstream().answers(GITHUB_EMAILS, 200,
                            "[{\"email\":\"pub@peer.test\",\"primary\":true,\"verified\":true}]");
                })
                .before("B123", stage -> stage.upstream().answers("https://openidconnect.googleapis.com/v1/userinfo", 200,
                        "{\"sub\":\"30\",\"email\":\"unverified@peer.test\",\"email_verified\":false}"))
                .before("B126", stage -> stage.upstream().answers("https://idp.mock.test/userinfo", 200,
                        "{\"id\":\"171\",\"username\":\"nomail\"}"))
                .before("B128", stage -> stage.upstream().answers("https://api.twitter.com/oauth/request_token", 401,
                        "Could not authenticate you"))
                .before("B129", stage -> stage.upstream().asRecorded());
    }

    private static String setting(String name) {
        return "gatehouse.provider." + name;
    }
}
