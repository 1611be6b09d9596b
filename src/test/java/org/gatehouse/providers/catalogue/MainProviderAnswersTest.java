package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.providers.catalogue.KnownProviders.provider;

import java.util.List;
import java.util.Map;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;
import org.junit.jupiter.api.Test;

/** What becomes of answers as the main providers write them. */
class MainProviderAnswersTest {

    private static final String ADA = "ada@example.org";

    @Test
    void apple() {
        var attempt = claims("apple", Map.of("/sub", "001.abc", "/email", ADA, "/email_verified", "true"));
        attempt.begin();
        var callback = attempt.honest();
        callback.put("user", """
                {"name": {"firstName": "Ada", "lastName": "Lovelace"}, "email": "eve@example.org"}""");
        is(attempt.comeBack(callback).profile(), "001.abc", "Ada Lovelace", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void auth0() {
        is(login(claims("auth0", Map.of("/sub", "auth0|1", "/nickname", "ada", "/email", ADA, "/email_verified", true))),
                "auth0|1", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void casWithFlatClaims() {
        is(login(claims("cas", Map.of("/sub", "ada", "/email", ADA))), "ada", "ada", ADA, EmailVerification.UNKNOWN);
    }

    @Test
    void casWithNestedAttributes() {
        is(login(claims("cas", Map.of("/sub", "ada", "/attributes/strapiusername", "countess",
                        "/attributes/strapiemail", ADA, "/attributes/email_verified", true))),
                "ada", "countess", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void cognito() {
        is(login(claims("cognito", Map.of("/sub", "1-2-3", "/cognito:username", "ada", "/email", ADA,
                        "/email_verified", true))),
                "1-2-3", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void discord() {
        is(login(profile("discord", """
                {"id": "80351110224678912", "username": "ada", "discriminator": "0", "global_name": "Ada", "avatar": "8342",
                 "verified": true, "email": "ada@example.org", "locale": "en-GB"}""")),
                "80351110224678912", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void facebook() {
        var attempt = profile("facebook", """
                {"id": "10150", "name": "Ada Lovelace", "email": "ada@example.org",
                 "picture": {"data": {"url": "https://pictures.example/ada.jpg"}}}""");
        var ada = login(attempt);
        is(ada, "10150", "Ada Lovelace", ADA, EmailVerification.UNKNOWN);
        assertThat(ada.picture()).isEqualTo("https://pictures.example/ada.jpg");
        assertThat(attempt.request("https://graph.facebook.com/v24.0/me").url().getQuery())
                .contains("appsecret_proof=76c54de46bd5996a8291e69a2fe1ef84ac695d0803277ba6189ad86137564786");
    }

    @Test
    void githubByThePrimaryAddress() {
        is(login(github("""
                [{"email": "first@example.org", "primary": false, "verified": true, "visibility": null},
                 {"email": "ada@example.org", "primary": true, "verified": true, "visibility": "private"}]""")),
                "583231", "octoada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void githubByAVerifiedAddressWhereThePrimaryIsNot() {
        is(login(github("""
                [{"email": "unverified@example.org", "primary": true, "verified": false},
                 {"email": "ada@example.org", "primary": false, "verified": true}]""")),
                "583231", "octoada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void githubNeverByTheAddressThatAnybodyCanClaim() {
        is(login(github("[]")), "583231", "octoada", null, EmailVerification.UNKNOWN);
    }

    @Test
    void githubWithoutTheScopeForAddresses() {
        var attempt = github("");
        attempt.server.answers("https://api.github.com/user/emails", 404, "{\"message\": \"Not Found\"}");
        is(login(attempt), "583231", "octoada", null, EmailVerification.UNKNOWN);
    }

    @Test
    void google() {
        is(login(claims("google", Map.of("/sub", "1100", "/name", "Ada Lovelace", "/email", ADA, "/email_verified", true))),
                "1100", "Ada Lovelace", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void instagram() {
        is(login(profile("instagram", "{\"user_id\": \"17841400000000000\", \"username\": \"ada\", \"id\": \"9\"}")),
                "17841400000000000", "ada", null, EmailVerification.UNKNOWN);
    }

    @Test
    void keycloak() {
        is(login(claims("keycloak", Map.of("/sub", "f:1", "/preferred_username", "ada", "/email", ADA,
                        "/email_verified", false))),
                "f:1", "ada", ADA, EmailVerification.UNVERIFIED);
    }

    @Test
    void linkedin() {
        is(login(claims("linkedin", Map.of("/sub", "782bbtaQ", "/name", "Ada Lovelace", "/email", ADA,
                        "/email_verified", true))),
                "782bbtaQ", "Ada Lovelace", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void linkedinBefore2023() {
        var attempt = profile("linkedin-classic",
                "{\"id\": \"yrZCpj2Z12\", \"localizedFirstName\": \"Ada\", \"localizedLastName\": \"Lovelace\"}");
        attempt.server.answers("https://api.linkedin.com/v2/emailAddress", 200, """
                {"elements": [{"handle": "urn:li:emailAddress:1", "handle~": {"emailAddress": "ada@example.org"}}]}""");
        is(login(attempt), "yrZCpj2Z12", "Ada Lovelace", ADA, EmailVerification.UNKNOWN);
    }

    @Test
    void microsoft() {
        var ada = login(claims("microsoft", Map.of("/oid", "0-0-1", "/preferred_username", ADA, "/email", ADA)));
        is(ada, "0-0-1", ADA, ADA, EmailVerification.UNKNOWN);
        assertThat(ada.issuer()).isEqualTo("https://login.microsoftonline.com/tenant-of-ada/v2.0");
    }

    @Test
    void microsoftWithTheClaimThatProvesTheAddress() {
        is(login(claims("microsoft", Map.of("/oid", "0-0-1", "/email", ADA, "/xms_edov", 1))), "0-0-1", null, ADA,
                EmailVerification.VERIFIED);
    }

    @Test
    void patreon() {
        is(login(profile("patreon", """
                {"data": {"type": "user", "id": "32187", "attributes": {"full_name": "Ada Lovelace",
                 "email": "ada@example.org", "is_email_verified": true}}}""")),
                "32187", "Ada Lovelace", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void reddit() {
        is(login(profile("reddit", "{\"id\": \"abc12\", \"name\": \"ada\", \"has_verified_email\": true}")),
                "abc12", "ada", null, EmailVerification.UNKNOWN);
    }

    @Test
    void twitch() {
        is(login(profile("twitch", """
                {"data": [{"id": "141981764", "login": "ada", "display_name": "Ada", "email": "ada@example.org"}]}""")),
                "141981764", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void twitter() {
        is(login(profile("twitter", """
                {"id": 1234567890123456789, "id_str": "1234567890123456789", "screen_name": "ada", "email": "ada@example.org",
                 "verified": false}""")),
                "1234567890123456789", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void twitterByOAuth2() {
        is(login(profile("twitter2", """
                {"data": {"id": "2244994945", "name": "Ada", "username": "ada", "confirmed_email": "ada@example.org"}}""")),
                "2244994945", "ada", ADA, EmailVerification.VERIFIED);
    }

    @Test
    void vk() {
        is(login(profile("vk", """
                {"user": {"user_id": "1234567890", "first_name": "Ada", "last_name": "Lovelace",
                 "email": "ada@example.org"}}""")),
                "1234567890", "Lovelace Ada", ADA, EmailVerification.UNKNOWN);
    }

    @Test
    void vkBeforeVkIdNamesTheAddressWithTheToken() {
        var attempt = profile("vk-classic", "{\"response\": [{\"id\": 210, \"first_name\": \"Ada\", \"last_name\": \"L\"}]}");
        attempt.server.answers("https://oauth.vk.com/access_token", 200,
                "{\"access_token\": \"a\", \"expires_in\": 0, \"user_id\": 210, \"email\": \"ada@example.org\"}");
        is(login(attempt), "210", "L Ada", ADA, EmailVerification.UNKNOWN);
    }

    @Test
    void aNumberMayStandForTheWordThatAnAddressIsVerified() {
        is(login(profile("zoom", """
                {"id": "z", "display_name": "Ada", "email": "ada@example.org", "verified": 0}""")),
                "z", "Ada", ADA, EmailVerification.UNVERIFIED);
    }

    private static Attempt github(String emails) {
        var attempt = profile("github", """
                {"login": "octoada", "id": 583231, "avatar_url": "https://pictures.example/ada", "name": "Ada",
                 "email": "president@example.org"}""");
        attempt.server.answers("https://api.github.com/user/emails", 200, emails);
        return attempt;
    }

    private static Attempt profile(String name, String answer) {
        var attempt = new Attempt(provider(name));
        attempt.server.answers(attempt.provider.profile().url(), 200, answer);
        return attempt;
    }

    private static Attempt claims(String name, Map<String, Object> claims) {
        var attempt = new Attempt(provider(name));
        claims.forEach((pointer, value) -> attempt.server.says(pointer, value));
        return attempt;
    }

    private static ExternalProfile login(Attempt attempt) {
        attempt.begin();
        return attempt.comeBack().profile();
    }

    private static void is(ExternalProfile profile, String subject, String username, String email,
            EmailVerification verification) {
        assertThat(List.of(profile.subject(), String.valueOf(profile.username()), String.valueOf(profile.email()),
                profile.emailVerification()))
                .containsExactly(subject, String.valueOf(username), String.valueOf(email), verification);
    }
}
