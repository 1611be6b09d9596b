package org.gatehouse.providers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;
import org.gatehouse.systems.IdToken;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderAnswer;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an OpenID relying party has to accept and to refuse, by the names of the modules of the OpenID Foundation's
 * conformance suite (prefix {@code oidcc-client-test}) where there is one.
 */
class OpenIdConformanceTest {

    private static final ProviderUser ADA = ProviderUser.named("ada");

    private final Trial trial = Trial.ofOpenId();
    private final IdentityProvider idp = trial.idp().signsIn(ADA);

    @AfterEach
    void close() {
        trial.close();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("the good case", idp -> { }),
                accepted("-idtoken-sig-rs256", idp -> { }),
                accepted("-idtoken-sig-es256", idp -> idp.keys().useCurve()),
                accepted("-kid-absent-single-jwks: the only key is used",
                        idp -> idp.sendsIdTokens(IdToken.honest().withoutKeyId())),
                accepted("-kid-absent-multiple-jwks: fitting keys are tried", idp -> {
                    idp.keys().publishAnother();
                    idp.sendsIdTokens(IdToken.honest().withoutKeyId());
                }),
                accepted("-missing-athash", idp -> idp.sendsIdTokens(IdToken.honest().without("at_hash"))),
                accepted("Core 3.1.3.7: azp names us",
                        idp -> idp.sendsIdTokens(IdToken.honest().with("azp", IdentityProvider.CLIENT_ID))),
                accepted("Core 3.1.3.7: expired within the tolerance", idp -> idp.sendsIdTokens(
                        IdToken.honest().with("exp", Instant.now().minusSeconds(30).getEpochSecond()))),
                accepted("-aggregated-claims: left alone", idp -> idp.sendsIdTokens(IdToken.honest()
                        .with("_claim_names", Map.of("email", "src"))
                        .with("_claim_sources", Map.of("src", Map.of("JWT", "e30.e30."))))),
                accepted("-distributed-claims: left alone", idp -> idp.sendsIdTokens(IdToken.honest()
                        .with("_claim_names", Map.of("email", "src"))
                        .with("_claim_sources", Map.of("src", Map.of("endpoint", idp.uri("/distributed").toString()))))));
    }

    private static Arguments accepted(String what, Consumer<IdentityProvider> provider) {
        return Arguments.of(what, provider);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void anIdTokenIsAcceptedWithOrWithoutFormPost(String what, Consumer<IdentityProvider> provider) {
        provider.accept(idp);

        for (var mode : List.of("null", "'form_post'")) {
            var profile = trial.with("{'authorize': {'response-mode': " + mode + "}}").login().profile();
            assertThat(profile.subject()).isEqualTo(ADA.subject());
            assertThat(profile.issuer()).isEqualTo(idp.issuer());
            assertThat(profile.email()).isEqualTo(ADA.email());
            assertThat(profile.emailVerification()).isEqualTo(EmailVerification.VERIFIED);
        }
        assertThat(idp.received("/distributed")).isEmpty();
    }

    @Test
    @DisplayName("-scope-userinfo-claims: the profile is read from userinfo, with the token in a header and never in the address")
    void theProfileIsReadFromUserInfo() {
        var profile = trial.login().profile();

        assertThat(profile.username()).isEqualTo("ada");
        assertThat(idp.lastReceived("/userinfo").query()).isEmpty();
        assertThat(idp.lastReceived("/userinfo").header("Authorization").orElseThrow()).startsWith("Bearer ");
    }

    @Test
    @DisplayName("-userinfo-invalid-sub: userinfo about somebody else is refused")
    void userInfoAboutSomebodyElseIsRefused() {
        idp.tellsOfThePerson(claims -> changed(claims, "sub", "somebody-else"));
        assertThatThrownBy(trial::login).hasMessageContaining("not about the person");

        idp.tellsOfThePerson(claims -> changed(claims, "sub", null));
        assertThatThrownBy(trial::login).hasMessageContaining("not about the person");
    }

    @Test
    @DisplayName("userinfo cannot lend the verification of one address to another")
    void verificationStaysWithItsAddress() {
        idp.sendsIdTokens(IdToken.honest().with("email", "old@example.org").with("email_verified", true));
        idp.tellsOfThePerson(claims -> changed(claims, "email_verified", null));

        assertThat(trial.login().profile().emailVerification()).isEqualTo(EmailVerification.UNKNOWN);
    }

    @Test
    @DisplayName("-client-secret-basic: the client may authenticate by HTTP Basic")
    void theClientMayAuthenticateByHttpBasic() {
        trial.with("{'token': {'authentication': 'client_secret_basic'}}").login();

        assertThat(idp.lastReceived("/token").header("Authorization").orElseThrow()).startsWith("Basic ");
        assertThat(idp.lastReceived("/token").form()).doesNotContainKeys("client_id", "client_secret");
    }

    @Test
    @DisplayName("-discovery-openid-config, -discovery-jwks-uri-keys: endpoints and keys are those of the discovery document, read once")
    void theDiscoveryDocumentIsReadOnce() {
        trial.login();
        trial.login();

        assertThat(idp.received("/.well-known/openid-configuration")).hasSize(1);
        assertThat(idp.received("/jwks")).hasSize(1);
    }

    @Test
    @DisplayName("-discovery-issuer-mismatch: a document that names another issuer is refused before anybody is sent anywhere")
    void aDiscoveryDocumentOfAnotherIssuerIsRefused() {
        idp.claims("issuer", "https://evil.example");
        assertThatThrownBy(trial::begin).hasMessageContaining("another issuer");

        idp.claims("issuer", idp.issuer() + "/");
        assertThatThrownBy(trial::begin).hasMessageContaining("another issuer");
    }

    @Test
    @DisplayName("a discovery document that sends people into a script is refused")
    void aDiscoveryDocumentWithAScriptIsRefused() {
        idp.claims("authorization_endpoint", "javascript:alert(1)//");

        assertThatThrownBy(trial::begin).hasMessageContaining("no proper authorization_endpoint");
    }

    @Test
    @DisplayName("-signing-key-rotation-just-before-signing, -signing-key-rotation: an unknown key makes the keys be read again")
    void unknownKeysMakeTheKeysBeReadAgain() {
        trial.login();
        idp.keys().rotate();

        trial.login();

        assertThat(idp.received("/jwks")).hasSize(2);
    }

    @Test
    @DisplayName("-signing-key-rotation: of many who log in at once after a rotation one reads the keys, for all")
    void manyAtOnceReadTheKeysOnce() throws Exception {
        trial.login();
        idp.keys().rotate();
        trial.passes(ProviderKeys.AT_MOST_EVERY);
        var departures = Stream.generate(trial::begin).limit(6).toList();
        var answers = departures.stream().map(trial::visit).toList();

        var logins = IntStream.range(0, 6).mapToObj(each -> CompletableFuture.supplyAsync(
                () -> trial.finish(departures.get(each), answers.get(each)))).toList();

        for (var login : logins) {
            assertThat(login.get().profile().subject()).isEqualTo(ADA.subject());
        }
        assertThat(idp.received("/jwks")).hasSize(2);
    }

    @Test
    @DisplayName("-signing-key-rotation: however many unknown keys tokens name, the keys are read once in a while only")
    void theKeysAreNotReadAgainAtWill() {
        trial.login();
        trial.passes(ProviderKeys.AT_MOST_EVERY);
        idp.keys().rotate();
        var unknown = idp.keys().signing();
        idp.keys().rotate();
        idp.sendsIdTokens(IdToken.honest().signedWith(unknown));

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(trial::login).hasMessageContaining("not valid");
        }

        assertThat(idp.received("/jwks")).hasSize(2);
    }

    @Test
    @DisplayName("RFC 8725: keys that a token brings along are not believed, algorithms that the provider does not name neither")
    void onlyAlgorithmsOfTheProviderAreAccepted() {
        idp.claims("id_token_signing_alg_values_supported", List.of("ES256", "HS256", "none"));
        assertThatThrownBy(trial::login).hasMessageContaining("not valid");

        idp.keys().useCurve();
        assertThat(trial.login().profile().subject()).isEqualTo(ADA.subject());
    }

    @Test
    @DisplayName("RFC 9207: an answer in the name of another issuer ends the login, and no code goes anywhere")
    void anAnswerOfAnotherIssuerIsRefused() {
        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "iss", "https://evil.example")))
                .hasMessageContaining("another issuer");
        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "iss", idp.issuer() + "/")))
                .hasMessageContaining("another issuer");
        assertThat(idp.received("/token")).isEmpty();
    }

    @Test
    @DisplayName("RFC 9207: the issuer is compared in errors, too")
    void theIssuerOfAnErrorIsCompared() {
        idp.denies("access_denied", "No").sendsBackWith("iss", "https://evil.example");

        assertThatThrownBy(trial::login).hasMessageContaining("another issuer");
    }

    @Test
    @DisplayName("RFC 9207: an answer without issuer is refused where the metadata promises one, and fine where not")
    void aMissingIssuerIsRefusedWherePromised() {
        idp.sendsBackWithout("iss");
        assertThatThrownBy(trial::login).hasMessageContaining("another issuer");
        assertThat(idp.received("/token")).isEmpty();

        try (var other = Trial.ofOpenId()) {
            other.idp().signsIn(ADA).keepsSilentAbout("authorization_response_iss_parameter_supported").sendsBackWithout("iss");
            assertThat(other.login().profile().subject()).isEqualTo(ADA.subject());
        }
    }

    @Test
    @DisplayName("-form-post-error: an error arrives by form post as well, in the provider's words")
    void anErrorArrivesByFormPost() {
        idp.denies("access_denied", "The user refused");

        assertThatThrownBy(trial.with("{'authorize': {'response-mode': 'form_post'}}")::login)
                .isInstanceOfSatisfying(ProviderException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo("access_denied");
                    assertThat(refusal.description()).isEqualTo("The user refused");
                });
    }

    @Test
    @DisplayName("state, nonce and challenge are long, and never the same twice")
    void everyAttemptHasItsOwnSecrets() {
        var one = trial.begin();
        var other = trial.begin();

        assertThat(one.secrets().state()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other.secrets().state());
        assertThat(one.secrets().nonce()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other.secrets().nonce());
        assertThat(one.secrets().codeVerifier()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other.secrets().codeVerifier());
        assertThat(one.location().getQuery()).contains("code_challenge_method=S256").contains("response_type=code")
                .doesNotContain(one.secrets().codeVerifier());
    }

    @Test
    @DisplayName("a code of another attempt does not fit the nonce, nor the verifier, of this one")
    void aStolenCodeIsWorthNothing() {
        var theirs = trial.visit(trial.begin()).get("code");

        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "code", theirs))).isInstanceOf(ProviderException.class);
    }

    @Test
    @DisplayName("refresh: new tokens are fetched, and an id_token that comes with them is checked")
    void tokensAreRefreshed() {
        var tokens = withRefreshToken(trial.login().tokens());
        idp.answers("/token", ProviderAnswer.json(Map.of("access_token", "fresh", "expires_in", 60)));

        var fresh = trial.refresh(tokens);

        assertThat(fresh.accessToken()).isEqualTo("fresh");
        assertThat(fresh.refreshToken()).isEqualTo("the refresh token");
        assertThat(fresh.expiresAt()).isNotNull();
        assertThat(idp.lastReceived("/token").form()).containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "the refresh token");
    }

    @Test
    @DisplayName("refresh with an invalid sub, refresh with an invalid issuer: refused")
    void anIdTokenOfSomebodyElseIsRefusedAtRefresh() throws JOSEException {
        var tokens = withRefreshToken(trial.login().tokens());

        idp.answers("/token", tokenAnswer("sub", ADA.subject()));
        assertThat(trial.refresh(tokens).accessToken()).isEqualTo("fresh");

        idp.answers("/token", tokenAnswer("sub", "somebody-else"));
        assertThatThrownBy(() -> trial.refresh(tokens)).hasMessageContaining("somebody else");

        idp.answers("/token", tokenAnswer("iss", "https://evil.example"));
        assertThatThrownBy(() -> trial.refresh(tokens)).hasMessageContaining("not valid");
    }

    /** An answer of the token endpoint with an id_token of this provider that differs in one claim. */
    private ProviderAnswer tokenAnswer(String claim, String value) throws JOSEException {
        var claims = new JWTClaimsSet.Builder().issuer(idp.issuer()).subject(ADA.subject())
                .audience(IdentityProvider.CLIENT_ID).issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60))).claim(claim, value).build();
        var key = idp.keys().signing().toRSAKey();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return ProviderAnswer.json(Map.of("access_token", "fresh", "id_token", token.serialize()));
    }

    private static ProviderTokens withRefreshToken(ProviderTokens tokens) {
        return new ProviderTokens(tokens.accessToken(), null, "the refresh token", tokens.idToken(), null, Map.of());
    }

    private static <V> Map<String, V> changed(Map<String, V> honest, String name, V value) {
        var copy = new HashMap<>(honest);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }
}
