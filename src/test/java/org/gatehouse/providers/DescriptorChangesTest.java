package org.gatehouse.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.Settings;
import org.gatehouse.providers.catalogue.Catalogue;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.EmailTrust;
import org.gatehouse.spi.Pkce;
import org.gatehouse.spi.ProviderDescriptor;
import org.junit.jupiter.api.Test;

/** What an operator's settings change about a provider, and that nothing else does. */
class DescriptorChangesTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void withoutSettingsNothingChanges() {
        assertThat(DescriptorChanges.from(options(Map.of()))).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void everyAddressCanBeAnother() {
        var acme = changed("oauth2", Map.of("authorize-url", "https://a.test/a", "access-url", "https://a.test/t",
                "profile-url", "https://a.test/p"));

        assertThat(acme.authorize().url()).isEqualTo("https://a.test/a");
        assertThat(acme.token().url()).isEqualTo("https://a.test/t");
        assertThat(acme.profile().url()).isEqualTo("https://a.test/p");
        assertThat(changed("twitter", Map.of("request-url", "https://a.test/r")).oauth1().url()).isEqualTo("https://a.test/r");
    }

    @Test
    void theWayThereCanBeAnother() {
        var github = changed("github", Map.of("scope", "repo, user:email", "scope-delimiter", ",", "pkce", "none",
                "custom-params", "allow_signup=false,prompt=select_account", "response-mode", "form_post"));

        assertThat(github.authorize().scopes()).containsExactly("repo", "user:email");
        assertThat(github.authorize().delimiter()).isEqualTo(",");
        assertThat(github.authorize().pkce()).isEqualTo(Pkce.NONE);
        assertThat(github.authorize().responseMode()).isEqualTo("form_post");
        assertThat(github.authorize().parameters()).containsEntry("allow_signup", "false")
                .containsEntry("prompt", "select_account");
        assertThat(github.token()).isEqualTo(catalogue.find("github").orElseThrow().token());
    }

    @Test
    void openIdCanBeAnother() {
        var acme = changed("oidc", Map.of("issuer", "https://a.test", "jwks-url", "https://a.test/keys", "nonce", "false",
                "token-endpoint-auth-method", "client_secret_basic"));

        assertThat(acme.openId().issuer()).isEqualTo("https://a.test");
        assertThat(acme.openId().jwks()).isEqualTo("https://a.test/keys");
        assertThat(acme.openId().nonce()).isFalse();
        assertThat(acme.token().authentication()).isEqualTo(ClientAuthentication.CLIENT_SECRET_BASIC);
    }

    @Test
    void whatTheProfileMeansCanBeAnother() {
        var acme = changed("oauth2", Map.of("subject", "/number", "email-trust", "trusted", "title", "Acme",
                "attributes", "nickname:/nick", "role-claim", "/groups"));

        assertThat(acme.mapping().subject()).isEqualTo(List.of("/number"));
        assertThat(acme.mapping().attributes()).containsEntry("nickname", "/nick").containsEntry(RoleRule.ATTRIBUTE, "/groups");
        assertThat(acme.emailTrust()).isEqualTo(EmailTrust.TRUSTED);
        assertThat(acme.about().title()).isEqualTo("Acme");
    }

    @Test
    void whatCannotBeMeantNamesTheSetting() {
        assertThatThrownBy(() -> changed("oidc", Map.of("nonce", "maybe")))
                .hasMessage("gatehouse.provider.acme.nonce must be true or false, or nothing");
        assertThatThrownBy(() -> changed("oidc", Map.of("custom-params", "x")))
                .hasMessageStartingWith("gatehouse.provider.acme.custom-params must be");
        assertThatThrownBy(() -> changed("oidc", Map.of("pkce", "plain"))).hasMessageContaining("pkce");
    }

    private ProviderDescriptor changed(String name, Map<String, String> settings) {
        return catalogue.find(name).orElseThrow().with(DescriptorChanges.from(options(settings)));
    }

    private static ProviderOptions options(Map<String, String> parts) {
        var values = new HashMap<String, String>();
        parts.forEach((part, value) -> values.put("gatehouse.provider.acme." + part, value));
        var settings = new Settings();
        settings.replaceWith(0, name -> Optional.ofNullable(values.get(name)), values.keySet());
        return new ProviderOptions(settings, "acme");
    }
}
