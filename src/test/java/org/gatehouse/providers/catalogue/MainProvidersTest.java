package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.providers.catalogue.KnownProviders.provider;

import java.util.List;
import java.util.Map;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.EmailList;
import org.gatehouse.spi.Pkce;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.api.Test;

/** What the providers that most people use are asked, and what is taken from their answers, spelled out once more. */
class MainProvidersTest {

    @Test
    void apple() {
        var apple = provider("apple");
        departs(apple, Protocol.OIDC, "https://appleid.apple.com/auth/authorize", "openid name email");
        arrives(apple, "https://appleid.apple.com/auth/token", null);
        issues(apple, "https://appleid.apple.com", "https://appleid.apple.com/auth/keys");
        assertThat(apple.authorize().responseMode()).isEqualTo("form_post");
        assertThat(apple.token().authentication()).isEqualTo(ClientAuthentication.APPLE_CLIENT_SECRET);
        maps(apple, "/sub", "callback:/user/name/firstName callback:/user/name/lastName", "/email", "/email_verified");
    }

    @Test
    void auth0() {
        var auth0 = provider("auth0").resolved(Map.of("subdomain", "shop.eu"));
        departs(auth0, Protocol.OIDC, "https://shop.eu.auth0.com/authorize", "openid email profile");
        arrives(auth0, "https://shop.eu.auth0.com/oauth/token", "https://shop.eu.auth0.com/userinfo");
        issues(auth0, "https://shop.eu.auth0.com/", "https://shop.eu.auth0.com/.well-known/jwks.json");
        maps(auth0, "/sub", List.of("/username", "/nickname", "/name"), "/email", "/email_verified");
    }

    @Test
    void cas() {
        var cas = provider("cas").resolved(Map.of("subdomain", "login.example.org:8443/cas"));
        departs(cas, Protocol.OIDC, "https://login.example.org:8443/cas/oidc/authorize", "openid email profile");
        arrives(cas, "https://login.example.org:8443/cas/oidc/token", "https://login.example.org:8443/cas/oidc/profile");
        issues(cas, "https://login.example.org:8443/cas/oidc", null);
        assertThat(cas.mapping().subject()).containsExactly("/sub");
        assertThat(cas.mapping().username()).startsWith("/strapiusername").contains("/id", "/sub");
        assertThat(cas.mapping().email())
                .containsExactly("/strapiemail", "/attributes/strapiemail", "/email", "/attributes/email");
        assertThat(cas.mapping().emailVerified()).containsExactly("/email_verified", "/attributes/email_verified");
    }

    @Test
    void cognito() {
        var cognito = provider("cognito").resolved(Map.of("subdomain", "shop.auth.eu-central-1.amazoncognito.com"));
        departs(cognito, Protocol.OIDC, "https://shop.auth.eu-central-1.amazoncognito.com/oauth2/authorize",
                "openid email profile");
        arrives(cognito, "https://shop.auth.eu-central-1.amazoncognito.com/oauth2/token", null);
        assertThat(cognito.missing()).containsExactly("issuer");
        maps(cognito, "/sub", List.of("/cognito:username", "/username"), "/email", "/email_verified");
    }

    @Test
    void discord() {
        var discord = provider("discord");
        departs(discord, Protocol.OAUTH2, "https://discord.com/api/oauth2/authorize", "identify email");
        arrives(discord, "https://discord.com/api/oauth2/token", "https://discord.com/api/users/@me");
        maps(discord, "/id", "/username", "/email", "/verified");
        assertThat(discord.audience().pointer()).isEqualTo("/application/id");
    }

    @Test
    void facebook() {
        var facebook = provider("facebook");
        departs(facebook, Protocol.OAUTH2, "https://www.facebook.com/v24.0/dialog/oauth", "email");
        arrives(facebook, "https://graph.facebook.com/v24.0/oauth/access_token", "https://graph.facebook.com/v24.0/me");
        assertThat(facebook.profile().parameters()).containsOnly(Map.entry("fields", "id,name,email,picture"),
                Map.entry("appsecret_proof", "[appsecret_proof]"));
        assertThat(facebook.profile().bearer()).isTrue();
        maps(facebook, "/id", "/name", "/email", "/email_verified");
        assertThat(facebook.audience().request().parameters()).containsEntry("access_token", "[client_id]|[client_secret]");
    }

    @Test
    void github() {
        var github = provider("github");
        departs(github, Protocol.OAUTH2, "https://github.com/login/oauth/authorize", "read:user user:email");
        arrives(github, "https://github.com/login/oauth/access_token", "https://api.github.com/user");
        assertThat(github.also().get("emails").url()).isEqualTo("https://api.github.com/user/emails");
        assertThat(github.mapping().subject()).containsExactly("/id");
        assertThat(github.mapping().username()).containsExactly("/login");
        assertThat(github.mapping().email()).as("the public address may be an unverified one").isEmpty();
        assertThat(github.mapping().emails()).isEqualTo(new EmailList("emails:", "/email", "/primary", "/verified"));
        assertThat(github.audience().request().basic()).isTrue();
    }

    @Test
    void google() {
        var google = provider("google");
        departs(google, Protocol.OIDC, "https://accounts.google.com/o/oauth2/v2/auth", "openid email profile");
        arrives(google, "https://oauth2.googleapis.com/token", "https://openidconnect.googleapis.com/v1/userinfo");
        issues(google, "https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs");
        assertThat(google.openId().issuers()).containsExactly("https://accounts.google.com", "accounts.google.com");
        maps(google, "/sub", "/name", "/email", "/email_verified");
    }

    @Test
    void instagram() {
        var instagram = provider("instagram");
        departs(instagram, Protocol.OAUTH2, "https://api.instagram.com/oauth/authorize", "instagram_business_basic");
        arrives(instagram, "https://api.instagram.com/oauth/access_token", "https://graph.instagram.com/me");
        assertThat(instagram.token().answer().accessToken()).containsExactly("/access_token", "/data/0/access_token");
        assertThat(instagram.mapping().subject()).containsExactly("/user_id");
        assertThat(instagram.mapping().username()).containsExactly("/username");
        assertThat(instagram.mapping().email()).isEmpty();
    }

    @Test
    void keycloak() {
        var keycloak = provider("keycloak").resolved(Map.of("subdomain", "sso.example.org/realms/shop"));
        var realm = "https://sso.example.org/realms/shop";
        departs(keycloak, Protocol.OIDC, realm + "/protocol/openid-connect/auth", "openid email profile");
        arrives(keycloak, realm + "/protocol/openid-connect/token", realm + "/protocol/openid-connect/userinfo");
        issues(keycloak, realm, realm + "/protocol/openid-connect/certs");
        maps(keycloak, "/sub", List.of("/preferred_username", "/nickname", "/name"), "/email", "/email_verified");
    }

    @Test
    void linkedin() {
        var linkedin = provider("linkedin");
        departs(linkedin, Protocol.OIDC, "https://www.linkedin.com/oauth/v2/authorization", "openid email profile");
        arrives(linkedin, "https://www.linkedin.com/oauth/v2/accessToken", "https://api.linkedin.com/v2/userinfo");
        issues(linkedin, "https://www.linkedin.com/oauth", "https://www.linkedin.com/oauth/openid/jwks");
        assertThat(linkedin.openId().nonce()).isFalse();
        maps(linkedin, "/sub", "/name", "/email", "/email_verified");
    }

    @Test
    void microsoft() {
        var microsoft = provider("microsoft").resolved(Map.of());
        departs(microsoft, Protocol.OIDC, "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                "openid email profile");
        arrives(microsoft, "https://login.microsoftonline.com/common/oauth2/v2.0/token", null);
        issues(microsoft, "https://login.microsoftonline.com/common/v2.0",
                "https://login.microsoftonline.com/common/discovery/v2.0/keys");
        assertThat(microsoft.openId().issuers()).as("every tenant issues its own tokens")
                .containsExactly("https://login.microsoftonline.com/{tid}/v2.0");
        maps(microsoft, "/oid", "/preferred_username", "/email", "/xms_edov");
        assertThat(provider("microsoft").resolved(Map.of("tenant", "contoso.example")).authorize().url())
                .isEqualTo("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize");
    }

    @Test
    void patreon() {
        var patreon = provider("patreon");
        departs(patreon, Protocol.OAUTH2, "https://www.patreon.com/oauth2/authorize", "identity identity[email]");
        arrives(patreon, "https://www.patreon.com/api/oauth2/token", "https://www.patreon.com/api/oauth2/v2/identity");
        assertThat(patreon.profile().parameters())
                .containsOnly(Map.entry("fields[user]", "full_name,email,is_email_verified,image_url"));
        maps(patreon, "/data/id", "/data/attributes/full_name", "/data/attributes/email",
                "/data/attributes/is_email_verified");
    }

    @Test
    void reddit() {
        var reddit = provider("reddit");
        departs(reddit, Protocol.OAUTH2, "https://www.reddit.com/api/v1/authorize", "identity");
        arrives(reddit, "https://www.reddit.com/api/v1/access_token", "https://oauth.reddit.com/api/v1/me");
        assertThat(reddit.token().authentication()).isEqualTo(ClientAuthentication.CLIENT_SECRET_BASIC);
        assertThat(reddit.mapping().subject()).containsExactly("/id");
        assertThat(reddit.mapping().username()).containsExactly("/name");
        assertThat(reddit.mapping().email()).isEmpty();
    }

    @Test
    void twitch() {
        var twitch = provider("twitch");
        departs(twitch, Protocol.OAUTH2, "https://id.twitch.tv/oauth2/authorize", "user:read:email");
        arrives(twitch, "https://id.twitch.tv/oauth2/token", "https://api.twitch.tv/helix/users");
        assertThat(twitch.profile().headers()).containsOnly(Map.entry("Client-Id", "[client_id]"));
        assertThat(twitch.profile().bearer()).isTrue();
        maps(twitch, "/data/0/id", "/data/0/login", "/data/0/email", List.of());
    }

    @Test
    void twitter() {
        var twitter = provider("twitter");
        departs(twitter, Protocol.OAUTH1, "https://api.twitter.com/oauth/authenticate", "");
        arrives(twitter, "https://api.twitter.com/oauth/access_token",
                "https://api.twitter.com/1.1/account/verify_credentials.json");
        assertThat(twitter.oauth1().url()).isEqualTo("https://api.twitter.com/oauth/request_token");
        assertThat(twitter.profile().parameters()).containsOnly(Map.entry("include_email", "true"));
        maps(twitter, "/id_str", "/screen_name", "/email", List.of());
    }

    @Test
    void twitterByOAuth2() {
        var twitter = provider("twitter2");
        departs(twitter, Protocol.OAUTH2, "https://x.com/i/oauth2/authorize", "users.read tweet.read users.email");
        arrives(twitter, "https://api.x.com/2/oauth2/token", "https://api.x.com/2/users/me");
        assertThat(twitter.authorize().pkce()).isEqualTo(Pkce.S256);
        assertThat(twitter.token().authentication()).isEqualTo(ClientAuthentication.CLIENT_SECRET_BASIC);
        assertThat(twitter.token().parameters()).containsOnly(Map.entry("client_id", "[client_id]"));
        maps(twitter, "/data/id", "/data/username", "/data/confirmed_email", List.of());
    }

    @Test
    void vk() {
        var vk = provider("vk");
        departs(vk, Protocol.OAUTH2, "https://id.vk.com/authorize", "email");
        arrives(vk, "https://id.vk.com/oauth2/auth", "https://id.vk.com/oauth2/user_info");
        assertThat(vk.authorize().pkce()).isEqualTo(Pkce.S256);
        assertThat(vk.token().parameters()).containsOnly(Map.entry("device_id", "[callback/device_id]"));
        assertThat(vk.profile().method()).isEqualTo("POST");
        assertThat(vk.profile().bearer()).isFalse();
        maps(vk, "/user/user_id", "/user/last_name /user/first_name", "/user/email", List.of());
    }

    private static void departs(ProviderDescriptor provider, Protocol protocol, String authorizeUrl, String scopes) {
        assertThat(provider.protocol()).isEqualTo(protocol);
        assertThat(provider.authorize().url()).isEqualTo(authorizeUrl);
        assertThat(String.join(" ", provider.authorize().scopes())).isEqualTo(scopes);
        assertThat(provider.authorize().responseType()).isEqualTo("code");
    }

    private static void arrives(ProviderDescriptor provider, String tokenUrl, String profileUrl) {
        assertThat(provider.token().url()).isEqualTo(tokenUrl);
        assertThat(provider.token().method()).isEqualTo("POST");
        assertThat(provider.profile().url()).isEqualTo(profileUrl);
    }

    private static void issues(ProviderDescriptor provider, String issuer, String keys) {
        assertThat(provider.openId().issuer()).isEqualTo(issuer);
        assertThat(provider.openId().jwks()).isEqualTo(keys);
        assertThat(provider.missing()).isEmpty();
    }

    private static void maps(ProviderDescriptor provider, String subject, Object username, String email, Object verified) {
        var mapping = provider.mapping();
        assertThat(mapping.subject()).containsExactly(subject);
        assertThat(mapping.username()).isEqualTo(listOf(username));
        assertThat(mapping.email().get(0)).isEqualTo(email);
        assertThat(mapping.emailVerified().stream().limit(1).toList()).isEqualTo(listOf(verified).stream().limit(1).toList());
    }

    private static List<?> listOf(Object candidates) {
        return candidates instanceof List<?> list ? list : List.of(candidates);
    }
}
