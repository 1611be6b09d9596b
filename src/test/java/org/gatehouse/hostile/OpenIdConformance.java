package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.hostile.ProviderLogin.isRefused;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gatehouse.systems.IdToken;
import org.gatehouse.systems.IdToken.Signature;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a relying party must refuse and what it must accept, by the names that the OpenID Foundation's conformance suite
 * has for it; whichever way the provider answers.
 */
abstract class OpenIdConformance {

    @RegisterExtension
    static final DeclaredProviders PROVIDERS = new DeclaredProviders();

    private static final String BASIC = "conformance-basic";
    private static final int MANY = 45;
    private static int used;

    private final String name = "conformance" + used++;
    private final IdentityProvider provider = PROVIDERS.get(name);
    private final ProviderLogin login = ProviderLogin.with(name);
    private final ProviderUser person = ProviderUser.anybody();

    /** As many as there are tests, which answer in this way. */
    static void declare(String responseMode) {
        used = 0;
        for (var number = 0; number < MANY; number++) {
            PROVIDERS.openId("conformance" + number, Map.of("response-mode", responseMode));
        }
        PROVIDERS.openId(BASIC, Map.of("response-mode", responseMode, "token-endpoint-auth-method", "client_secret_basic"))
                .declare();
    }

    @BeforeEach
    void somebodySignsIn() {
        provider.signsIn(person);
    }

    /** One thing that a provider does wrong. */
    record Misdeed(String module, Consumer<IdentityProvider> does) {

        @Override
        public String toString() {
            return module;
        }
    }

    /** One thing about id_tokens that a provider does wrong. */
    static Misdeed token(String module, IdToken like) {
        return new Misdeed(module, provider -> provider.sendsIdTokens(like));
    }

    static Stream<Misdeed> refused() {
        var honest = IdToken.honest();
        return Stream.of(
                token("invalid-iss", honest.with("iss", "https://other.example")),
                token("missing-iss", honest.without("iss")),
                token("missing-sub", honest.without("sub")),
                token("invalid-aud", honest.with("aud", "somebody-else")),
                token("invalid-aud, several without azp", honest.with("aud",
                        List.of(IdentityProvider.CLIENT_ID, "somebody-else"))),
                token("invalid-azp", honest.with("azp", "somebody-else")),
                token("missing-aud", honest.without("aud")),
                token("missing-iat", honest.without("iat")),
                token("missing-exp", honest.without("exp")),
                token("expired", honest.with("exp", 1_000_000_000)),
                token("idtoken-sig-none", honest.signed(Signature.NONE)),
                token("invalid-sig-rs256", honest.forged()),
                token("invalid-sig-rs256, other claims", honest.signed(Signature.TAMPERED)),
                token("invalid-sig-hs256, the client's secret", honest.signed(Signature.WITH_THE_CLIENT_SECRET)),
                token("invalid-sig-hs256, the public key", honest.signed(Signature.WITH_THE_PUBLIC_KEY_AS_SECRET)),
                token("nonce-invalid", honest.with("nonce", "another")),
                token("nonce-invalid, none", honest.without("nonce")),
                token("invalid-athash", honest.with("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
                new Misdeed("invalid-sig-es256", provider -> {
                    provider.keys().useCurve();
                    provider.sendsIdTokens(honest.forged());
                }),
                new Misdeed("kid-absent-multiple-jwks, forged", provider -> {
                    provider.keys().publishAnother();
                    provider.sendsIdTokens(honest.forged().withoutKeyId());
                }),
                new Misdeed("userinfo-invalid-sub", provider ->
                        provider.tellsOfThePerson(claims -> ProviderUser.anybody().claims())),
                new Misdeed("userinfo-invalid-sub, none", provider -> provider.tellsOfThePerson(claims ->
                        new ProviderUser(claims).without("sub").claims())),
                new Misdeed("discovery-issuer-mismatch", provider -> provider.claims("issuer", "https://other.example")),
                new Misdeed("RFC 9207: another issuer", provider -> provider.sendsBackWith("iss", "https://other.example")),
                new Misdeed("RFC 9207: none though promised", provider -> provider.sendsBackWithout("iss")));
    }

    static Stream<Misdeed> accepted() {
        var honest = IdToken.honest();
        return Stream.of(
                token("the good case", honest),
                token("kid-absent-single-jwks", honest.withoutKeyId()),
                token("missing-athash", honest.without("at_hash")),
                token("several audiences, with azp", honest.with("aud", List.of(IdentityProvider.CLIENT_ID))
                        .with("azp", IdentityProvider.CLIENT_ID)),
                new Misdeed("idtoken-sig-es256", provider -> provider.keys().useCurve()),
                new Misdeed("aggregated-claims", provider -> provider.tellsOfThePerson(claims ->
                        new ProviderUser(claims).with("_claim_names", Map.of("address", "elsewhere"))
                                .with("_claim_sources", Map.of("elsewhere", Map.of("JWT", "e30.e30."))).claims())),
                new Misdeed("no response issuer, none promised", provider -> provider
                        .keepsSilentAbout("authorization_response_iss_parameter_supported").sendsBackWithout("iss")));
    }

    @ParameterizedTest(name = "oidcc-client-test-{0}")
    @MethodSource("refused")
    void refuses(Misdeed misdeed) {
        misdeed.does().accept(provider);
        isRefused(login.comesBack());
    }

    @ParameterizedTest(name = "oidcc-client-test-{0}")
    @MethodSource("accepted")
    void accepts(Misdeed deed) {
        deed.does().accept(provider);
        assertThat(login.isSignedIn(login.comesBack()).getString("email")).isEqualTo(person.email());
    }

    @Test
    @DisplayName("oidcc-client-test-scope-userinfo-claims: the profile is read from userinfo, with the token in a header")
    void readsTheProfileFromUserinfo() {
        provider.tellsOfThePerson(claims -> new ProviderUser(claims).with("preferred_username", "from-userinfo").claims());
        assertThat(login.isSignedIn(login.comesBack()).getString("username")).startsWith("from-userinfo");
        var asked = provider.lastReceived("/userinfo");
        assertThat(asked.query()).isEmpty();
        assertThat(asked.header("Authorization")).get().asString().startsWith("Bearer ");
    }

    @Test
    @DisplayName("oidcc-client-test-client-secret-basic: the secret is in a header and not in the form as well")
    void authenticatesAsTheOperatorSays() {
        PROVIDERS.get(BASIC).signsIn(person);
        var logs = login.and(BASIC);
        logs.isSignedIn(logs.comesBack());
        var asked = PROVIDERS.get(BASIC).lastReceived("/token");
        assertThat(asked.header("Authorization")).get().asString().startsWith("Basic ");
        assertThat(asked.form()).doesNotContainKey("client_secret");
    }

    @Test
    @DisplayName("oidcc-client-test-distributed-claims: nobody else is asked for more")
    void asksNobodyElseForMore() {
        provider.tellsOfThePerson(claims -> new ProviderUser(claims)
                .with("_claim_names", Map.of("address", "elsewhere"))
                .with("_claim_sources", Map.of("elsewhere", Map.of("endpoint", provider.uri("/claims").toString(),
                        "access_token", "x"))).claims());
        login.isSignedIn(login.comesBack());
        assertThat(provider.received("/claims")).isEmpty();
    }

    @Test
    @DisplayName("oidcc-client-test-kid-absent-multiple-jwks: not more than refused")
    void aTokenThatNamesNoneOfSeveralKeysIsVerifiedOrRefused() {
        provider.keys().publishAnother();
        provider.sendsIdTokens(IdToken.honest().withoutKeyId());
        var back = login.comesBack();
        if (back.query().containsKey("error")) {
            isRefused(back);
        } else {
            login.isSignedIn(back);
        }
    }

    @Test
    @DisplayName("oidcc-client-test-discovery-openid-config, -discovery-jwks-uri-keys: what the metadata says is used")
    void usesWhatTheMetadataSays() {
        login.isSignedIn(login.comesBack());
        assertThat(provider.received("/.well-known/openid-configuration")).hasSize(1);
        assertThat(provider.received("/jwks")).hasSize(1);
        login.isSignedIn(login.comesBack());
        assertThat(provider.received("/.well-known/openid-configuration")).as("read again").hasSize(1);
        assertThat(provider.received("/jwks")).as("read again").hasSize(1);
    }

    @Test
    @DisplayName("oidcc-client-test-signing-key-rotation: a new key is found by its unknown name")
    void findsANewKey() {
        login.isSignedIn(login.comesBack());
        provider.keys().rotate();
        login.isSignedIn(login.comesBack());
    }

    @Test
    @DisplayName("oidcc-client-test-signing-key-rotation: unknown names do not make us ask again and again")
    void unknownKeysAreNotAskedForAgainAndAgain() {
        login.isSignedIn(login.comesBack());
        provider.sendsIdTokens(IdToken.honest().signedWith(PROVIDERS.get(BASIC).keys().signing()));
        for (var attempt = 0; attempt < 5; attempt++) {
            isRefused(login.comesBack());
        }
        assertThat(provider.received("/jwks")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("RFC 9207: when another issuer answers, nothing goes to any token endpoint, on errors either")
    void nothingGoesToTheTokenEndpointWhenAnotherIssuerAnswers() {
        provider.sendsBackWith("iss", "https://other.example");
        isRefused(login.comesBack());
        provider.denies("access_denied", "in the name of somebody else");
        assertThat(isRefused(login.comesBack()).query().get("error_description")).doesNotContain("somebody else");
        assertThat(provider.received("/token")).isEmpty();
    }

    @Test
    @DisplayName("oidcc-client-test-form-post-error, and the same in the query: the provider's words reach the front end")
    void whatTheProviderSaysReachesTheFrontEnd() {
        provider.denies("access_denied", "The person <said> no & never");
        assertThat(isRefused(login.comesBack()).query()).containsEntry("error", "access_denied")
                .containsEntry("error_description", "The person <said> no & never");
        assertThat(provider.received("/token")).isEmpty();
    }
}
