package org.gatehouse.providers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.ProfileContext;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.SocialProvider;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderAnswer;
import org.gatehouse.systems.ProviderRequest;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2LoginTest {

    private static final ProviderUser ADA = ProviderUser.named("ada");

    private final Trial trial = Trial.ofOAuth2();
    private final IdentityProvider idp = trial.idp().signsIn(ADA);

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void somebodyLogsIn() {
        var arrival = trial.login();

        assertThat(arrival.profile()).extracting(ExternalProfile::issuer, ExternalProfile::subject, ExternalProfile::username,
                ExternalProfile::email).containsExactly("acme", ADA.subject(), "ada", ADA.email());
        assertThat(arrival.tokens().accessToken()).isNotBlank();
        assertThat(arrival.tokens().expiresAt()).isNotNull();
        assertThat(arrival.toString()).doesNotContain(ADA.subject(), ADA.email(), arrival.tokens().accessToken());
    }

    @Test
    void theBrowserIsSentAwayWithoutAskingTheProvider() {
        var location = trial.begin().location();

        assertThat(ProviderRequest.parameters(location.getRawQuery())).containsEntry("scope", "user email")
                .containsEntry("client_id", IdentityProvider.CLIENT_ID).containsEntry("redirect_uri", Trial.REDIRECT.toString())
                .containsKeys("state", "code_challenge").doesNotContainKey("nonce");
        assertThat(idp.received()).isEmpty();
    }

    @Test
    void providersThatCallThingsOtherwiseGetThemAsTheyCallThem() {
        trial.with("""
                {'authorize': {'scopes': ['a', 'b'], 'delimiter': ',', 'scope-parameter': 'perms', 'client-id-parameter': 'appid',
                  'redirect-parameter': 'callback', 'response-type': 'Assertion', 'pkce': 'none',
                  'parameters': {'type': 'web_server', 'id': '[client_id]'}}}""");

        assertThat(ProviderRequest.parameters(trial.begin().location().getRawQuery()))
                .containsEntry("perms", "a,b").containsEntry("appid", IdentityProvider.CLIENT_ID)
                .containsEntry("callback", Trial.REDIRECT.toString()).containsEntry("response_type", "Assertion")
                .containsEntry("type", "web_server").containsEntry("id", IdentityProvider.CLIENT_ID)
                .doesNotContainKeys("code_challenge", "scope", "client_id", "redirect_uri");
    }

    @Test
    void theTokenRequestIsMadeAsTheProviderWantsIt() {
        idp.answers("/token", ProviderAnswer.json(200, "{'body':{'token':'t'}}".replace('\'', '"')));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));
        trial.with("""
                {'token': {'in': 'json', 'rename': {'client_id': 'appid', 'client_secret': 'secret'}, 'omit': ['grant_type'],
                  'parameters': {'action': 'requesttoken', 'hash': '[smartsheet_hash]', 'device': '[callback/device_id]'},
                  'answer': {'access-token': '/body/token'}}}""");

        var arrival = trial.login(sent -> changed(sent, "device_id", "d1"));

        assertThat(arrival.tokens().accessToken()).isEqualTo("t");
        var asked = idp.lastReceived("/token");
        assertThat(asked.header("Content-type").orElseThrow()).startsWith("application/json");
        assertThat(asked.body()).contains("\"appid\":", "\"secret\":", "\"action\":\"requesttoken\"", "\"device\":\"d1\"")
                .containsPattern("\"hash\":\"[0-9a-f]{64}\"").doesNotContain("grant_type", "client_id");
    }

    @Test
    void theTokenRequestMayBeAQuery() {
        idp.answers("/token", ProviderAnswer.json(Map.of("access_token", "t")));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        trial.with("{'token': {'method': 'GET', 'in': 'query'}}").login();

        assertThat(idp.lastReceived("/token").method()).isEqualTo("GET");
        assertThat(idp.lastReceived("/token").query()).containsEntry("grant_type", "authorization_code").containsKey("code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/json | {\"access_token\":\"t\",\"scope\":[\"a\",\"b\"]} | auto",
        "text/html | {\"access_token\":\"t\"} | auto",
        "application/x-www-form-urlencoded | access_token=t&scope=a%2Cb | auto",
        "application/json | access_token=t&token_type=bearer | auto",
        "text/xml | <Access_Token><Token>t</Token></Access_Token> | xml"})
    void tokensAreFoundHoweverTheAnswerIsWrittenAndWhateverItCallsItself(String type, String body, String format) {
        idp.answers("/token", ProviderAnswer.of(200, type, body));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));
        var pointer = format.equals("xml") ? "/Token" : "/access_token";

        trial.with("{'token': {'answer': {'format': '%s', 'access-token': '%s'}}}".formatted(format, pointer));

        assertThat(trial.login().tokens().accessToken()).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "401 | {\"error\":\"invalid_client\",\"error_description\":\"Bad client\"} | Bad client",
        "200 | {\"error\":\"bad_verification_code\",\"error_description\":\"The code is incorrect\"} | The code is incorrect",
        "200 | {\"error\":\"bad_verification_code\"} | bad_verification_code",
        "400 | {\"error\":{\"message\":\"Invalid code\"}} | Invalid code",
        "500 | broken | Token exchange failed (500)",
        "200 | <html>Please log in</html> | Token exchange failed (200)",
        "200 | {} | Token exchange failed: the answer has no access token",
        "200 | [] | Token exchange failed: the answer is no object",
        "302 | '' | Token exchange failed (302)"})
    void whatGoesWrongAtTheTokenEndpointIsTold(int status, String body, String description) {
        idp.answers("/token", ProviderAnswer.of(status, "application/json", body));

        assertThatThrownBy(trial::login).isInstanceOfSatisfying(ProviderException.class, failure -> {
            assertThat(failure.error()).isEqualTo("oauth_error");
            assertThat(failure.description()).isEqualTo(description);
        });
    }

    @Test
    void whatAProviderSaysDoesNotRepeatWhatItWasTold() {
        var departure = trial.begin();
        var back = trial.visit(departure);
        idp.answers("/token", ProviderAnswer.error(400, "invalid_grant", "Code " + back.get("code") + " is bad"));

        assertThatThrownBy(() -> trial.finish(departure, back)).hasMessage("oauth_error: Code *** is bad");
    }

    @Test
    void aTokenThatComesWithAnEmptyErrorIsAToken() {
        idp.answers("/token", ProviderAnswer.json(200, "{\"access_token\":\"t\",\"error\":\"\"}"));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        assertThat(trial.login().profile().subject()).isEqualTo(ADA.subject());
    }

    @Test
    void anAnswerToAnotherAttemptIsRefusedBeforeAnythingIsAsked() {
        var mismatch = "oauth_error: OAuth2 state mismatch";

        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "state", "wrong"))).hasMessage(mismatch);
        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "state", null))).hasMessage(mismatch);
        assertThatThrownBy(() -> trial.finish(trial.begin(), Map.of("state", "", "error", "x"))).hasMessage(mismatch);
        var departure = trial.begin();
        assertThatThrownBy(() -> trial.finish(departure, new CallbackParameters(Map.of("code", List.of("c"),
                "state", List.of(departure.secrets().state(), "other"))))).hasMessage(mismatch);
        assertThat(idp.received("/token")).isEmpty();
    }

    @Test
    void anAnswerWithoutCodeIsRefused() {
        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "code", null)))
                .hasMessage("oauth_error: OAuth2 missing code parameter");
    }

    @Test
    void theProvidersOwnErrorIsPassedOn() {
        idp.denies("access_denied", "The user\nrefused");

        assertThatThrownBy(trial::login).isInstanceOfSatisfying(ProviderException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo("access_denied");
            assertThat(refusal.description()).isEqualTo("The user refused");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "0", "\"\"", "{\"code\":\"ok\",\"message\":\"\"}", "{\"code\":0}", "[]", "{}"})
    void aProfileThatSaysThatThereIsNoErrorIsOne(String none) {
        idp.answers("/userinfo", ProviderAnswer.json(200, "{\"sub\":\"s\",\"message\":\"hello\",\"error\":" + none + "}"));

        assertThat(trial.login().profile().subject()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"invalid_auth\"", "{\"code\":\"access_token_invalid\"}", "{\"error_code\":5}", "5"})
    void aProfileThatReportsAnErrorEndsTheLoginWhateverItsStatus(String error) {
        idp.answers("/userinfo", ProviderAnswer.json(200, "{\"sub\":\"s\",\"error\":" + error + "}"));

        assertThatThrownBy(trial::login).isInstanceOf(ProviderException.class);
    }

    @Test
    void aProfileThatCannotBeReadEndsTheLogin() {
        idp.answers("/userinfo", ProviderAnswer.json(401, "{\"message\":\"Bad credentials\"}"));
        assertThatThrownBy(trial::login).hasMessage("oauth_error: Bad credentials");

        idp.answers("/userinfo", ProviderAnswer.html(200, "<html>hello</html>"));
        assertThatThrownBy(trial::login).hasMessage("oauth_error: Profile request failed (200)");

        idp.answers("/userinfo", ProviderAnswer.json(200, "{\"sub\":null,\"email\":\"a@example.org\"}"));
        assertThatThrownBy(trial::login).hasMessageContaining("does not say whose it is");

        idp.answers("/userinfo", ProviderAnswer.huge(100_000));
        assertThatThrownBy(trial::login).hasMessageContaining("too much");

        idp.answers("/userinfo", ProviderAnswer.redirect(302, idp.uri("/elsewhere")));
        assertThatThrownBy(trial::login).hasMessage("oauth_error: Profile request failed (302)");
        assertThat(idp.received("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[]", "\"\"", "\" \"", "\"a\\u0000\"", "\"\\ud800\"", "1e999999", "LONG"})
    void aSubjectThatCannotBeRememberedIsNone(String subject) {
        var written = subject.equals("LONG") ? '"' + "s".repeat(256) + '"' : subject;
        idp.answers("/userinfo", ProviderAnswer.json(200, "{\"sub\":" + written + "}"));

        assertThatThrownBy(trial::login).hasMessageContaining("does not say whose it is");
    }

    @Test
    void whatNoDatabaseCanStoreIsLeftOut() {
        idp.answers("/userinfo", ProviderAnswer.json(200,
                "{\"sub\":1,\"preferred_username\":\"a\\u0000\",\"email\":\"\\udc00@example.org\",\"x\":\"a\\u0000b\"}"));

        var profile = trial.with("{'mapping': {'attributes': {'x': '/x'}}}").login().profile();

        assertThat(profile.subject()).isEqualTo("1");
        assertThat(profile.username()).isNull();
        assertThat(profile.email()).isNull();
        assertThat(profile.attributes()).containsEntry("x", "ab");
    }

    @Test
    void theTokenGoesWhereTheProviderExpectsItInTheProfileRequest() {
        trial.with("""
                {'profile': {'method': 'POST', 'in': 'json', 'parameters': {'token': '[access_token]', 'proof': '[appsecret_proof]'},
                  'headers': {'Client-Id': '[client_id]'}}}""");
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        trial.login();

        var asked = idp.lastReceived("/userinfo");
        assertThat(asked.header("Client-id")).contains(IdentityProvider.CLIENT_ID);
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.body()).containsPattern("\"token\":\"[^\"]+\"").containsPattern("\"proof\":\"[0-9a-f]{64}\"");
    }

    @Test
    void theProfileMayBeTheArgumentOfAFunctionAndASecondRequestMayNeedTheFirst() {
        idp.answers("/me", ProviderAnswer.of(200, "text/javascript", "callback( {\"openid\":\"o1\"} );"));
        idp.answers("/more", ProviderAnswer.json(Map.of("nickname", "Ada")));
        trial.with("""
                {'profile': {'url': 'IDP/me', 'format': 'jsonp', 'parameters': {'access_token': '[access_token]'}},
                 'also': {'user': {'url': 'IDP/more', 'parameters': {'openid': '[profile/openid]'}}},
                 'mapping': {'subject': '/openid', 'username': 'user:/nickname'}}""");

        var profile = trial.login().profile();

        assertThat(profile.subject()).isEqualTo("o1");
        assertThat(profile.username()).isEqualTo("Ada");
        assertThat(idp.lastReceived("/more").query()).containsEntry("openid", "o1");
    }

    @Test
    void namesMayBeJoinedAndComeFromTheTokenAnswerOrTheCallback() {
        idp.answers("/token", ProviderAnswer.json(Map.of("access_token", "t", "user_id", 4711, "email", "ada@example.org")));
        idp.answers("/userinfo", ProviderAnswer.json(200, "{\"response\":[{\"first\":\"Ada\",\"last\":\"L.\",\"a/b\":[true]}]}"));
        trial.with("""
                {'mapping': {'subject': 'token:/user_id', 'username': ['/nothing', '/response/0/first /response/0/last'],
                  'email': 'token:/email', 'attributes': {'shoe': 'callback:/user/shoe/size', 'odd': '/response/0/a~1b'}}}""");

        var profile = trial.login(sent -> changed(sent, "user", "{\"shoe\":{\"size\":38}}")).profile();

        assertThat(profile.subject()).isEqualTo("4711");
        assertThat(profile.username()).isEqualTo("Ada L.");
        assertThat(profile.email()).isEqualTo("ada@example.org");
        assertThat(profile.emailVerification()).isEqualTo(EmailVerification.UNKNOWN);
        assertThat(profile.attributes()).isEqualTo(Map.of("shoe", 38, "odd", List.of(true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"email_verified\":true} | verified_only | VERIFIED", "{\"email_verified\":\"true\"} | verified_only | VERIFIED",
        "{\"email_verified\":false} | verified_only | UNVERIFIED", "{\"email_verified\":\"false\"} | verified_only | UNVERIFIED",
        "{} | verified_only | UNKNOWN", "{\"email_verified\":null} | verified_only | UNKNOWN",
        "{\"email_verified\":\"yes\"} | verified_only | UNKNOWN", "{\"email_verified\":1} | verified_only | VERIFIED",
        "{\"email_verified\":0} | verified_only | UNVERIFIED", "{\"email_verified\":2} | verified_only | UNKNOWN",
        "{} | trusted | VERIFIED", "{\"email_verified\":true} | none | UNVERIFIED"})
    void anAddressIsVerifiedWhenTheProviderSaysSoOrTheOperatorTrustsIt(String said, String trust, EmailVerification verified) {
        idp.answers("/userinfo", ProviderAnswer.json(200,
                said.replaceFirst("}$", (said.length() > 2 ? "," : "") + "\"sub\":\"s\",\"email\":\"a@example.org\"}")));

        var profile = trial.with("{'email-trust': '" + trust + "'}").login().profile();

        assertThat(profile.email()).isEqualTo("a@example.org");
        assertThat(profile.emailVerification()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{'email':'a','verified':false,'primary':true},{'email':'b','verified':true,'primary':false}] | b | VERIFIED",
        "[{'email':'b','verified':true,'primary':false},{'email':'a','verified':true,'primary':true}] | a | VERIFIED",
        "[{'email':'b','verified':false,'primary':false},{'email':'a','verified':false,'primary':true}] | a | UNVERIFIED",
        "[] | | UNKNOWN", "{'message':'Not Found'} | | UNKNOWN"})
    void ofAListOfAddressesAVerifiedOneCountsThePrimaryFirst(String list, String email, EmailVerification verified) {
        idp.answers("/emails", ProviderAnswer.json(list.startsWith("{") ? 404 : 200, list.replace('\'', '"')));
        trial.with("""
                {'also': {'emails': {'url': 'IDP/emails'}},
                 'mapping': {'email': [], 'emails': {'list': 'emails:', 'primary': '/primary', 'verified': '/verified'}}}""");

        var profile = trial.login().profile();

        assertThat(profile.email()).isEqualTo(email);
        assertThat(profile.emailVerification()).isEqualTo(verified);
    }

    @Test
    void theClientMayAuthenticateWithAPrivateKeyOrNotAtAll() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k1").generate();
        trial.with(new ClientCredentials(IdentityProvider.CLIENT_ID, null, key.toJSONString(), "k1", null));
        idp.answers("/token", ProviderAnswer.json(Map.of("access_token", "t")));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        trial.with("{'token': {'authentication': 'private_key_jwt'}}").login();
        var form = idp.lastReceived("/token").form();
        var assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(idp.uri("/token").toString());
        assertThat(form).doesNotContainKey("client_secret");

        trial.with("{'token': {'authentication': 'none'}}").login();
        assertThat(idp.lastReceived("/token").form()).containsEntry("client_id", IdentityProvider.CLIENT_ID)
                .doesNotContainKeys("client_secret", "client_assertion");
    }

    @Test
    void applesSecretIsSignedWithTheOperatorsKey() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        var pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted("PRIVATE KEY",
                Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded()));
        trial.with(new ClientCredentials("com.example.app", null, pem, "k1", "TEAM"));
        var secret = new ClientProof(trial.provider().client(), Clock.systemUTC()).parameters(
                ClientAuthentication.APPLE_CLIENT_SECRET, "any", "https://appleid.apple.com")
                .get("client_secret");

        var jwt = SignedJWT.parse(secret);
        assertThat(jwt.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("TEAM");
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("com.example.app");
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("https://appleid.apple.com");
    }

    @Test
    void anUnreadablePrivateKeyIsNotRepeated() {
        trial.with(new ClientCredentials("id", null, "-----BEGIN SECRET-----", "k1", null))
                .with("{'token': {'authentication': 'private_key_jwt'}}");
        var departure = trial.begin();

        assertThatThrownBy(() -> trial.finish(departure, Map.of("code", "c", "state", departure.secrets().state())))
                .hasMessageContaining("cannot be read").hasNoCause();
    }

    @Test
    void shopsSignWhatTheySendThroughTheBrowser() {
        trial.with("{'strategy': 'shopify'}");
        var departure = trial.begin();
        var sent = new HashMap<>(Map.of("code", "c", "shop", "localhost", "state", departure.secrets().state(), "timestamp", "1"));
        var signed = "code=c&shop=localhost&state=" + departure.secrets().state() + "&timestamp=1";
        idp.answers("/token", ProviderAnswer.json(Map.of("access_token", "t")));
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        assertThatThrownBy(() -> trial.finish(departure, sent)).hasMessageContaining("not signed");
        sent.put("hmac", Blanks.hmac("another secret", signed));
        assertThatThrownBy(() -> trial.finish(departure, sent)).hasMessageContaining("not signed");
        sent.put("hmac", Blanks.hmac(IdentityProvider.CLIENT_SECRET, signed));
        assertThat(trial.finish(departure, sent).profile().subject()).isEqualTo(ADA.subject());
    }

    @Test
    void aCompanysOwnCodeMayMakeTheProfileAndLookAtTheCallback() {
        trial.with(new SocialProvider() {
            @Override
            public ProviderDescriptor descriptor() {
                return trial.provider().descriptor();
            }

            @Override
            public Optional<ExternalProfile> profile(ProfileContext context) {
                var answer = context.http().get(idp.uri("/userinfo"), context.tokens().accessToken());
                return Optional.of(new ExternalProfile("own", "s" + answer.status(), context.settings().get("kind"), null, null,
                        null, null, Map.of()));
            }

            @Override
            public void verifyCallback(Map<String, List<String>> parameters, Map<String, String> settings) {
                if (parameters.containsKey("evil")) {
                    throw new ProviderException("not genuine");
                }
            }

            @Override
            public Map<String, String> authorizationParameters(Map<String, String> parameters, Map<String, String> settings) {
                return Map.of("client_id", parameters.get("client_id"), "redirect_uri", parameters.get("redirect_uri"),
                        "state", "fixed", "prompt", "login");
            }
        }, Map.of("kind", "robot"));

        assertThat(trial.login().profile()).extracting(ExternalProfile::subject, ExternalProfile::username)
                .containsExactly("s200", "robot");
        assertThat(idp.lastReceived("/authorize").query()).containsEntry("prompt", "login");
        assertThat(idp.lastReceived("/authorize").query().get("state")).isNotEqualTo("fixed");
        assertThatThrownBy(() -> trial.login(sent -> changed(sent, "evil", "1"))).hasMessageContaining("not genuine");
    }

    @Test
    void aTokenOfAnotherApplicationIsBelievedOnlyIfItWasMadeForUs() {
        assertThat(trial.logins().ofForeignToken(trial.provider(), "t")).isEmpty();

        trial.with("""
                {'audience': {'request': {'url': 'IDP/applications/[client_id]/token', 'method': 'POST', 'in': 'json', 'basic': true,
                  'parameters': {'access_token': '[access_token]'}}, 'pointer': '/app/client_id'}}""");
        var path = "/applications/" + IdentityProvider.CLIENT_ID + "/token";
        idp.answers("/userinfo", ProviderAnswer.json(ADA.claims()));

        idp.answers(path, ProviderAnswer.json(200, "{\"app\":{\"client_id\":\"" + IdentityProvider.CLIENT_ID + "\"}}"));
        assertThat(trial.logins().ofForeignToken(trial.provider(), "theirs").orElseThrow().profile().subject())
                .isEqualTo(ADA.subject());
        assertThat(idp.lastReceived(path).header("Authorization").orElseThrow()).startsWith("Basic ");
        assertThat(idp.lastReceived("/userinfo").header("Authorization")).contains("Bearer theirs");

        for (var answer : List.of("{\"app\":{\"client_id\":\"another\"}}", "{\"app\":{}}", "{\"app\":{\"client_id\":null}}")) {
            idp.answers(path, ProviderAnswer.json(200, answer));
            assertThatThrownBy(() -> trial.logins().ofForeignToken(trial.provider(), "theirs"))
                    .hasMessageContaining("for another client");
        }
        idp.answers(path, ProviderAnswer.json(404, "{\"message\":\"Not Found\"}"));
        assertThatThrownBy(() -> trial.logins().ofForeignToken(trial.provider(), "theirs")).hasMessage("oauth_error: Not Found");
    }

    private static Map<String, String> changed(Map<String, String> honest, String name, String value) {
        var copy = new HashMap<>(honest);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }
}
