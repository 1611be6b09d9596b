package org.gatehouse.providers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderAnswer;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.Test;

/** OAuth 1.0a and the tickets of CAS. */
class OtherProtocolsTest {

    private static final ProviderUser ADA = ProviderUser.named("ada");

    @Test
    void somebodyLogsInByOAuth1AndEveryRequestIsSigned() {
        try (var trial = Trial.ofOAuth1()) {
            trial.idp().signsIn(ADA);

            var arrival = trial.login();

            assertThat(arrival.profile().subject()).isEqualTo(ADA.subject());
            assertThat(arrival.profile().username()).isEqualTo("ada");
            assertThat(arrival.tokens().accessSecret()).isNotBlank();
            assertThat(trial.idp().lastReceived("/oauth1/profile").header("Authorization").orElseThrow()).startsWith("OAuth ");
        }
    }

    @Test
    void parametersOfTheProfileRequestAreSignedAsWell() {
        try (var trial = Trial.ofOAuth1()) {
            trial.idp().signsIn(ADA);

            trial.with("{'profile': {'parameters': {'include_email': 'true', 'odd': 'a b+c'}}}");

            assertThat(trial.login().profile().subject()).isEqualTo(ADA.subject());
        }
    }

    @Test
    void anotherRequestTokenThanTheOneOfTheAttemptIsRefused() {
        try (var trial = Trial.ofOAuth1()) {
            var mismatch = "oauth_error: OAuth1 token mismatch";

            assertThatThrownBy(() -> trial.login(sent -> with(sent, "oauth_token", "OTHER"))).hasMessage(mismatch);
            var departure = trial.begin();
            assertThatThrownBy(() -> trial.finish(departure, Map.of("denied", departure.secrets().requestToken())))
                    .hasMessage(mismatch);
            assertThatThrownBy(() -> trial.finish(trial.begin(), Map.of())).hasMessage(mismatch);
            assertThat(trial.idp().received("/oauth1/access-token")).isEmpty();
        }
    }

    @Test
    void aRefusedRequestTokenEndsTheLoginWithoutSayingWhatWasSigned() {
        try (var trial = Trial.ofOAuth1()) {
            trial.with(new ClientCredentials("nobody", "wrong"));
            assertThatThrownBy(trial::begin).hasMessage("oauth_error: Token exchange failed (401)");

            trial.idp().answers("/oauth1/request-token", ProviderAnswer.of(200, "text/plain", "secret-thing"));
            assertThatThrownBy(trial::begin).hasMessageContaining("cannot be read").hasNoCause();
        }
    }

    @Test
    void scopesAndConstantsGoWhereTheProviderWantsThem() {
        try (var trial = Trial.ofOAuth1()) {
            trial.with("""
                    {'oauth1': {'scope-parameter': 'scope', 'parameters': {'expires': 'never'}},
                     'authorize': {'scopes': ['read'], 'scope-parameter': 'perms', 'redirect-parameter': 'oauth_callback'}}""");

            var location = trial.begin().location().toString();

            assertThat(trial.idp().lastReceived("/oauth1/request-token").query())
                    .containsEntry("scope", "read").containsEntry("expires", "never");
            assertThat(location).contains("perms=read").contains("oauth_callback=http%3A%2F%2Fgatehouse.example");
        }
    }

    @Test
    void requestsMayBeSignedWithAKeyOrJustCarryTheSecrets() throws Exception {
        try (var trial = Trial.ofOAuth1()) {
            trial.idp().answers("/oauth1/request-token",
                    ProviderAnswer.form("oauth_token=t&oauth_token_secret=s&oauth_callback_confirmed=true"));
            trial.with("{'oauth1': {'signature': 'plaintext'}}").begin();
            assertThat(signature(trial)).contains("oauth_signature_method=\"PLAINTEXT\"");

            trial.with(new ClientCredentials("id", "secret", new RSAKeyGenerator(2048).generate().toJSONString(), null, null))
                    .with("{'oauth1': {'signature': 'rsa_sha1'}}").begin();
            assertThat(signature(trial)).contains("oauth_signature_method=\"RSA-SHA1\"");
        }
    }

    private static String signature(Trial trial) {
        return trial.idp().lastReceived("/oauth1/request-token").header("Authorization").orElseThrow();
    }

    @Test
    void providersThatFailWithAVerifierGetNone() {
        try (var trial = Trial.ofOAuth1()) {
            trial.idp().answers("/oauth1/access-token", ProviderAnswer.form("oauth_token=t&oauth_token_secret=s&user_id=4711"));
            trial.with("{'oauth1': {'verifier': false}, 'profile': {'url': null}, 'mapping': {'subject': 'token:/user_id'}}");

            var arrival = trial.login(sent -> Map.of("oauth_token", sent.get("oauth_token")));

            assertThat(arrival.profile().subject()).isEqualTo("4711");
            assertThat(trial.idp().lastReceived("/oauth1/access-token").header("Authorization").orElseThrow())
                    .doesNotContain("oauth_verifier");
        }
    }

    @Test
    void somebodyLogsInWithATicket() {
        try (var trial = Trial.ofTickets()) {
            trial.idp().signsIn(ADA);

            var profile = trial.login().profile();

            assertThat(profile.subject()).isEqualTo(ADA.subject());
            assertThat(profile.username()).isEqualTo("ada");
            assertThat(profile.email()).isEqualTo(ADA.email());
            assertThat(profile.emailVerification()).isEqualTo(EmailVerification.VERIFIED);
            assertThat(trial.idp().lastReceived("/cas/p3/serviceValidate").query().get("service"))
                    .startsWith(Trial.REDIRECT + "?state=");
        }
    }

    @Test
    void aTicketOfAnotherAttemptIsRefused() {
        try (var trial = Trial.ofTickets()) {
            var mismatch = "oauth_error: OAuth2 state mismatch";
            assertThatThrownBy(() -> trial.login(sent -> with(sent, "state", "other"))).hasMessage(mismatch);
            assertThatThrownBy(() -> trial.login(sent -> Map.of("ticket", sent.get("ticket")))).hasMessage(mismatch);
            var theirs = trial.visit(trial.begin()).get("ticket");

            assertThatThrownBy(() -> trial.login(sent -> with(sent, "ticket", theirs))).hasMessageContaining("Nobody logged in");
            assertThatThrownBy(() -> trial.login(sent -> Map.of("state", sent.get("state"))))
                    .hasMessageContaining("missing ticket");
        }
    }

    @Test
    void whatIsHiddenInTheXmlOfATicketIsNotRead() {
        try (var trial = Trial.ofTickets()) {
            var path = "/cas/p3/serviceValidate";
            trial.idp().answers(path, ProviderAnswer.of(200, "application/xml", """
                    <!DOCTYPE r [<!ENTITY f SYSTEM "%s">]><r><authenticationSuccess><user>&f;</user></authenticationSuccess></r>"""
                    .formatted(trial.idp().uri("/fetched"))));
            assertThatThrownBy(trial::login).hasMessageContaining("Ticket validation failed");
            assertThat(trial.idp().received("/fetched")).isEmpty();

            trial.idp().answers(path, ProviderAnswer.of(200, "application/xml", """
                    <r><authenticationFailure><authenticationSuccess><user>eve</user></authenticationSuccess>
                    </authenticationFailure></r>"""));
            assertThatThrownBy(trial::login).hasMessageContaining("Nobody logged in");

            trial.idp().answers(path, ProviderAnswer.of(200, "application/xml", """
                    <r><authenticationSuccess><user>ada</user><attributes><user>eve</user><mail>a@example.org</mail>
                    <mail>b@example.org</mail></attributes></authenticationSuccess></r>"""));
            assertThat(trial.login().profile().subject()).isEqualTo("ada");
        }
    }

    @Test
    void aForeignTicketOrOAuth1TokenIsNeverBelieved() {
        for (var trial : List.of(Trial.ofTickets(), Trial.ofOAuth1())) {
            try (trial) {
                assertThat(trial.logins().ofForeignToken(trial.provider(), "token")).isEmpty();
            }
        }
    }

    @Test
    void anIdTokenOfAnotherApplicationIsBelievedIfItWasMadeForUs() {
        try (var trial = Trial.ofOpenId()) {
            trial.idp().signsIn(ADA);
            var idToken = trial.login().tokens().idToken();

            assertThat(trial.logins().ofForeignToken(trial.provider(), idToken).orElseThrow().profile().subject())
                    .isEqualTo(ADA.subject());
            trial.with(new ClientCredentials("another-client", IdentityProvider.CLIENT_SECRET));
            assertThatThrownBy(() -> trial.logins().ofForeignToken(trial.provider(), idToken)).hasMessageContaining("not valid");
            assertThatThrownBy(() -> trial.logins().ofForeignToken(trial.provider(), "opaque")).hasMessageContaining("not valid");
        }
    }

    private static Map<String, String> with(Map<String, String> sent, String name, String value) {
        var copy = new HashMap<>(sent);
        copy.put(name, value);
        return copy;
    }
}
