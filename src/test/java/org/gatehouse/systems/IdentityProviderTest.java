package org.gatehouse.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the tests' provider is honest and strict, and misbehaves when told: what it lets pass proves nothing otherwise. */
class IdentityProviderTest {

    private static final URI CALLBACK = URI.create("http://front.test/callback");
    // of RFC 7636, appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final IdentityProvider provider = IdentityProvider.open();
    private final Client client = new Client(URI.create(provider.issuer()));
    private final Browser browser = Browser.stoppingAt(CALLBACK);

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void givesAnIdTokenForACodeThatItsPublishedKeyVerifies() throws Exception {
        var answer = redeem(consent("openid"), IdentityProvider.CLIENT_SECRET, VERIFIER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var token = JWSObject.parse(answer.json().getString("id_token"));
        var key = JWKSet.parse(client.get("/jwks").body()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier((RSAKey) key))).isTrue();
        assertThat(token.getPayload().toJSONObject())
                .containsEntry("iss", provider.issuer()).containsEntry("nonce", "n").containsKey("at_hash");
    }

    @Test
    void aCodeWorksOnceForItsClientAndItsVerifierOnly() {
        var code = consent("openid");
        assertThat(redeem(code, "another secret", VERIFIER).status()).isEqualTo(401);
        assertThat(redeem(code, IdentityProvider.CLIENT_SECRET, VERIFIER).status()).isEqualTo(200);
        assertThat(redeem(code, IdentityProvider.CLIENT_SECRET, VERIFIER).status()).isEqualTo(400);
        assertThat(redeem(consent("openid"), IdentityProvider.CLIENT_SECRET, "x").status()).isEqualTo(400);
    }

    @Test
    void tellsOfThePersonWhoSignedInToTheBearerOfTheToken() {
        var ada = ProviderUser.named("ada");
        provider.signsIn(ada);
        var token = redeem(consent("email"), IdentityProvider.CLIENT_SECRET, VERIFIER).json().getString("access_token");
        var profile = client.with("Authorization", "Bearer " + token).get("/userinfo").json();
        assertThat(profile.getString("email")).isEqualTo(ada.email());
        assertThat(profile.getBoolean("email_verified")).isTrue();
        assertThat(client.get("/userinfo?access_token=" + token).status()).isEqualTo(401);
    }

    @Test
    void changesOfAnIdTokenAddUp() throws Exception {
        provider.sendsIdTokens(IdToken.honest().with("iss", "https://evil.test").without("iat").withoutKeyId());
        var token = idToken();
        assertThat(token.getPayload().toJSONObject()).containsEntry("iss", "https://evil.test").doesNotContainKey("iat");
        assertThat(token.getHeader().getKeyID()).isNull();
    }

    @Test
    void aForgedTokenNamesTheKeyButIsNotSignedWithIt() throws Exception {
        provider.sendsIdTokens(IdToken.honest().forged());
        var token = idToken();
        var key = (RSAKey) provider.keys().signing();
        assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key))).isFalse();
    }

    @Test
    void sendsPeopleBackByAFormWhereItIsAskedTo() {
        var page = browser.visit(provider.uri("/authorize?response_mode=form_post&state=s&client_id="
                + IdentityProvider.CLIENT_ID + "&redirect_uri=" + CALLBACK));
        assertThat(page.form().action()).isEqualTo(CALLBACK.toString());
        assertThat(page.form().fields()).containsEntry("state", "s").containsEntry("iss", provider.issuer())
                .containsKey("code");
    }

    @Test
    void sendsPeopleBackWithWhatItIsTold() {
        provider.denies("access_denied", "no & never").sendsBackWithout("iss");
        assertThat(back("openid").query()).containsEntry("error", "access_denied")
                .containsEntry("error_description", "no & never").containsEntry("state", "s").doesNotContainKeys("code", "iss");
    }

    @Test
    void answersWhatItIsTold() {
        provider.answers("/jwks", ProviderAnswer.html(503, "<p>Sorry"));
        assertThat(client.get("/jwks").status()).isEqualTo(503);
        provider.answersAsUsual("/jwks");
        assertThat(client.get("/jwks").json()).containsKey("keys");
        assertThat(provider.received("/jwks")).hasSize(2);
    }

    /** The signed request of RFC 5849, section 1.2. */
    @Test
    void knowsAnOAuth1SignatureFromAnother() {
        var uri = URI.create("http://photos.example.net/photos");
        var parameters = ProviderRequest.parameters("file=vacation.jpg&size=original"
                + "&oauth_consumer_key=dpf43f3p2l4k3l03&oauth_token=nnch734d00sl2jdk&oauth_signature_method=HMAC-SHA1"
                + "&oauth_timestamp=137131202&oauth_nonce=chapoH&oauth_signature=MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D");
        var signature = new OAuth1Signature("GET", parameters);
        assertThat(signature.isValid(uri, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00")).isTrue();
        assertThat(signature.isValid(uri, "kd94hf93k423kf44", "another")).isFalse();
        assertThat(new OAuth1Signature("POST", parameters).isValid(uri, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00")).isFalse();
    }

    @Test
    void aTicketOfCasWorksOnceForItsService() {
        var ada = ProviderUser.named("ada");
        var ticket = browser.visit(provider.signsIn(ada).uri("/cas/login?service=" + CALLBACK)).query().get("ticket");
        assertThat(ticketAnswer(ticket)).contains("<cas:user>" + ada.subject() + "</cas:user>").contains(ada.email());
        assertThat(ticketAnswer(ticket)).contains("authenticationFailure");
    }

    @Test
    void silenceLastsUntilItIsClosed() {
        provider.answers("/token", ProviderAnswer.silence());
        var asked = new Thread(() -> {
            try {
                client.get("/token");
            } catch (RuntimeException e) {
                Thread.currentThread().interrupt(); // cut off, as expected
            }
        });
        asked.start();
        Await.until("the request", Duration.ofSeconds(10), () -> !provider.received("/token").isEmpty());
        assertThat(asked.isAlive()).isTrue();
        provider.close();
        Await.until("the end of the request", Duration.ofSeconds(10), () -> !asked.isAlive());
    }

    private JWSObject idToken() throws Exception {
        return JWSObject.parse(redeem(consent("openid"), IdentityProvider.CLIENT_SECRET, VERIFIER).json()
                .getString("id_token"));
    }

    private String ticketAnswer(String ticket) {
        return client.get("/cas/p3/serviceValidate?service=" + CALLBACK + "&ticket=" + ticket).body();
    }

    private String consent(String scope) {
        return back(scope).query().get("code");
    }

    private Page back(String scope) {
        return browser.visit(provider.uri("/authorize?state=s&nonce=n&scope=" + scope + "&client_id="
                + IdentityProvider.CLIENT_ID + "&code_challenge=" + CHALLENGE + "&redirect_uri=" + CALLBACK));
    }

    private Answer redeem(String code, String secret, String verifier) {
        return client.post("/token", "application/x-www-form-urlencoded", form(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK.toString(),
                "client_id", IdentityProvider.CLIENT_ID, "client_secret", secret, "code_verifier", verifier)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
