package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.EmailTrust;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.Pkce;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A login by every provider of the catalogue: what is sent where, and what becomes of the answers. */
class CatalogueLoginsTest {

    private static final String OPEN = "org.gatehouse.providers.catalogue.KnownProviders#open";
    private static final String OF_CODES = "org.gatehouse.providers.catalogue.KnownProviders#ofCodes";
    private static final String OF_SIGNATURES = "org.gatehouse.providers.catalogue.KnownProviders#ofSignatures";
    private static final String OF_PROFILES = "org.gatehouse.providers.catalogue.KnownProviders#ofProfiles";

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_CODES)
    void theBrowserLeavesWithExactlyWhatTheProviderExpects(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        var sent = attempt.begin();
        var authorize = attempt.provider.authorize();

        assertThat(attempt.location().toString())
                .startsWith(authorize.url() == null ? "https://a.example/?" : authorize.url() + "?");
        var expected = new HashSet<>(authorize.parameters().keySet());
        expected.addAll(Set.of("state", "response_type", authorize.clientIdParameter(), authorize.redirectParameter()));
        if (!authorize.scopes().isEmpty()) {
            expected.add(authorize.scopeParameter());
            assertThat(sent).containsEntry(authorize.scopeParameter(),
                    String.join(authorize.delimiter(), authorize.scopes()));
        }
        if (authorize.responseMode() != null) {
            expected.add("response_mode");
        }
        if (authorize.pkce() == Pkce.S256) {
            expected.addAll(Set.of("code_challenge", "code_challenge_method"));
        }
        if (known.openId() != null && known.openId().nonce()) {
            expected.add("nonce");
        }
        assertThat(sent).containsOnlyKeys(expected).containsAllEntriesOf(authorize.parameters())
                .containsEntry("response_type", authorize.responseType())
                .containsEntry(authorize.clientIdParameter(), PretendedProvider.CLIENT_ID)
                .containsEntry(authorize.redirectParameter(), Attempt.CALLBACK.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_CODES)
    void theStateCannotBeGuessed(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        var one = attempt.begin().get("state");
        var other = attempt.begin().get("state");
        assertThat(one).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(other);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_CODES)
    void theCodeIsExchangedForTokensAsTheProviderExpects(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().subject(), "4711");
        var left = attempt.begin();
        attempt.comeBack();

        var token = attempt.provider.token();
        var request = attempt.request(attempt.server.tokenUrl());
        var sent = Attempt.parameters(request);
        assertThat(request.method()).isEqualTo(token.method());
        assertThat(sent.keySet()).containsAll(token.parameters().keySet()).noneMatch(token.omit()::contains);
        assertThat(sent).containsEntry(token.rename().getOrDefault("code", "code"), "code-of-ada")
                .containsEntry(token.rename().getOrDefault("redirect_uri", "redirect_uri"), Attempt.CALLBACK.toString());
        assertThat(request.headers().get("Authorization"))
                .isEqualTo(token.authentication() == ClientAuthentication.CLIENT_SECRET_BASIC ? basic() : null);
        assertThat(sent.containsValue(PretendedProvider.CLIENT_SECRET)).isEqualTo(
                token.authentication() == ClientAuthentication.CLIENT_SECRET_POST && !token.omit().contains("client_secret"));
        if (left.containsKey("code_challenge")) {
            assertThat(CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(sent.get("code_verifier"))))
                    .hasToString(left.get("code_challenge"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_SIGNATURES)
    void theRequestTokenLeadsToTheProviderAndTheVerifierBack(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().subject(), "4711");
        assertThat(attempt.begin()).containsEntry("oauth_token", "request-token");
        assertThat(attempt.location().toString()).startsWith(attempt.provider.authorize().url() + "?");
        attempt.comeBack();

        assertThat(attempt.server.received(attempt.provider.oauth1().url()).get(0).headers().get("Authorization"))
                .contains("oauth_callback=\"https%3A%2F%2Faccounts.example.org%2Fapi%2Fconnect%2Fit%2Fcallback\"")
                .contains("oauth_consumer_key=\"client-of-gatehouse\"", "oauth_signature_method=\"HMAC-SHA1\"");
        var exchange = attempt.server.received(attempt.provider.token().url()).stream()
                .map(request -> request.headers().get("Authorization"))
                .filter(authorization -> authorization.contains("oauth_token=\"request-token\"")).findFirst().orElseThrow();
        assertThat(exchange.contains("oauth_verifier=\"verifier\"")).isEqualTo(known.oauth1().verifier());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_PROFILES)
    void theProfileIsAskedForAsTheProviderExpects(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().subject(), "4711");
        attempt.begin();
        attempt.comeBack();

        var expected = attempt.provider.profile();
        var request = attempt.request(expected.url());
        assertThat(request.method()).isEqualTo(expected.method());
        assertThat(Attempt.parameters(request).keySet()).containsAll(expected.parameters().keySet());
        assertThat(request.headers().keySet()).containsAll(expected.headers().keySet());
        assertThat(request.url().toString()).doesNotContain(PretendedProvider.CLIENT_SECRET, "[");
        var authorization = request.headers().get("Authorization");
        if (known.protocol() == Protocol.OAUTH1) {
            assertThat(authorization).startsWith("OAuth ").contains("oauth_token=\"access-token-of-ada\"");
        } else if (expected.bearer()) {
            assertThat(authorization).isEqualTo("Bearer access-token-of-ada");
        } else {
            assertThat(List.of(request.url().toString(), String.valueOf(request.body()), request.headers().toString()))
                    .anyMatch(part -> part.contains(PretendedProvider.ACCESS_TOKEN));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OPEN)
    void thePersonIsFoundInWhatTheProviderSays(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        var mapping = known.mapping();
        var subject = attempt.server.knows(mapping.subject(), "4711");
        var username = attempt.server.knows(mapping.username(), "ada");
        var email = attempt.server.knows(mapping.email(), "ada@example.org");
        attempt.server.saysThatTheAddressIs(true);
        if (mapping.emails() != null) {
            attempt.server.lists(mapping.emails(), "lovelace@example.org", "ada@example.org");
            email = "ada@example.org";
        }
        var profile = profile(attempt);

        assertThat(profile.subject()).isEqualTo(subject);
        assertThat(profile.username()).isEqualTo(username);
        assertThat(profile.email()).isEqualTo(email);
        var believed = email != null && (mapping.emails() != null || !mapping.emailVerified().isEmpty()
                || known.emailTrust() == EmailTrust.TRUSTED);
        assertThat(profile.emailVerification()).isEqualTo(believed ? EmailVerification.VERIFIED : EmailVerification.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OPEN)
    void anAddressThatIsNotVerifiedIsNotBelieved(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().subject(), "4711");
        attempt.server.knows(known.mapping().email(), "ada@example.org");
        attempt.server.saysThatTheAddressIs(false);
        if (known.emailTrust() != EmailTrust.TRUSTED) {
            assertThat(profile(attempt).emailVerification()).isNotEqualTo(EmailVerification.VERIFIED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OPEN)
    void nobodyNeedsAnAddressOrName(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().subject(), "4711");
        assertThat(profile(attempt).email()).isNull();
    }

    private static ExternalProfile profile(Attempt attempt) {
        attempt.begin();
        return attempt.comeBack().profile();
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(
                (PretendedProvider.CLIENT_ID + ":" + PretendedProvider.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    }
}
