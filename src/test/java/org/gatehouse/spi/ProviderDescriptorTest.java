package org.gatehouse.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDescriptorTest {

    private static final String SHOP = """
            {"title": "Shop", "authorize": {"url": "https://[subdomain].shop.example/authorize"},
             "token": {"url": "https://[subdomain].shop.example/token"},
             "profile": {"url": "https://[subdomain].shop.example/me", "headers": {"X-Key": "[client_id]"}}}""";

    @Test
    void aTitleAndThreeUrlsMakeAProvider() {
        var shop = read(SHOP);
        assertThat(shop.protocol()).isEqualTo(Protocol.OAUTH2);
        assertThat(shop.authorize().delimiter()).isEqualTo(" ");
        assertThat(shop.authorize().pkce()).isEqualTo(Pkce.S256);
        assertThat(shop.authorize().clientIdParameter()).isEqualTo("client_id");
        assertThat(shop.token().method()).isEqualTo("POST");
        assertThat(shop.token().in()).isEqualTo(ParameterPlace.FORM);
        assertThat(shop.token().authentication()).isEqualTo(ClientAuthentication.CLIENT_SECRET_POST);
        assertThat(shop.token().answer().accessToken()).containsExactly("/access_token");
        assertThat(shop.profile().bearer()).isTrue();
        assertThat(shop.mapping().subject()).startsWith("/id", "/sub");
        assertThat(shop.emailTrust()).isEqualTo(EmailTrust.VERIFIED_ONLY);
        assertThat(shop.missing()).containsExactly("subdomain");
    }

    @Test
    void aMisspelledMemberIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"title\": \"Shop\", \"token\": {\"uri\": \"\"}}"))
                .withMessage("shop.token.uri is not known");
    }

    @Test
    void aMissingTitleIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{}")).withMessage("shop.title is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\": 1}", "{\"title\": \"a\", \"authorize\": []}", "{\"title\": \"a\", \"closed\": \"yes\"}",
            "{\"title\": \"a\", \"authorize\": {\"scopes\": [1]}}", "{\"title\": \"a\", \"protocol\": \"saml\"}",
            "{\"title\": \"a\", \"token\": {\"rename\": {\"code\": 1}}}", "{\"title\": \"a\", \"also\": {\"emails\": \"\"}}",
            "{\"title\": \"a\", \"openid\": {}}"})
    void whatIsNoDescriptionIsRefused(String description) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(description)).withMessageStartingWith("shop.");
    }

    @Test
    void changesAreLaidOverAndTheRestStays() {
        var changed = read(SHOP).with(json("{\"profile\": {\"url\": \"https://me.example/\"}, \"email-trust\": \"trusted\"}"));
        assertThat(changed.profile().url()).isEqualTo("https://me.example/");
        assertThat(changed.profile().headers()).containsOnly(Map.entry("X-Key", "[client_id]"));
        assertThat(changed.emailTrust()).isEqualTo(EmailTrust.TRUSTED);
        assertThat(changed.token()).isEqualTo(read(SHOP).token());
    }

    @Test
    void theSubdomainIsPutIntoEveryUrlAndNothingElse() {
        var shop = read(SHOP).resolved(Map.of("subdomain", "north:8443/eu"));
        assertThat(shop.authorize().url()).isEqualTo("https://north:8443/eu.shop.example/authorize");
        assertThat(shop.profile().url()).isEqualTo("https://north:8443/eu.shop.example/me");
        assertThat(shop.profile().headers()).containsOnly(Map.entry("X-Key", "[client_id]"));
        assertThat(shop.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "evil.example#", "evil.example?a=", "a@evil.example", "evil.example\\",
            "//evil.example", "a b", "a:123456", "a/../b?", "[subdomain]", "a\nb"})
    void aSubdomainThatCouldLeadElsewhereIsRefused(String subdomain) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(SHOP).resolved(Map.of("subdomain", subdomain)))
                .withMessageContaining("subdomain");
    }

    @Test
    void theTokenLeavesTheHeaderWhereAnotherPlaceNamesIt() {
        var shop = read("{\"title\": \"a\", \"profile\": {\"parameters\": {\"token\": \"[access_token]\"}}}");
        assertThat(shop.profile().bearer()).isFalse();
    }

    @Test
    void whatAGenericProviderLacksIsNamed() {
        assertThat(read("{\"title\": \"a\"}").missing()).containsExactly("authorize-url", "access-url", "profile-url");
        assertThat(read("{\"title\": \"a\", \"protocol\": \"oidc\"}").missing()).containsExactly("issuer");
        assertThat(read("{\"title\": \"a\", \"protocol\": \"oauth1\"}").missing())
                .containsExactly("request-url", "authorize-url", "access-url", "profile-url");
        assertThat(read("{\"title\": \"a\", \"mapping\": {\"subject\": \"token:/id\"}}").missing())
                .containsExactly("authorize-url", "access-url");
    }

    private static ProviderDescriptor read(String description) {
        return ProviderDescriptor.read("shop", json(description));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
