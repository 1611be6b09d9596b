package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.spi.ApiRequest;
import org.gatehouse.spi.EmailTrust;
import org.gatehouse.spi.ParameterPlace;
import org.gatehouse.spi.Pkce;
import org.gatehouse.spi.Placeholder;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;

/** What every provider of the catalogue keeps to. Whoever departs from a rule is named here, with the reason. */
class CatalogueContractTest {

    /** They break on a challenge, or have been told not to support it. */
    private static final Set<String> WITHOUT_PROOF_KEYS = Set.of("facebook", "instagram", "linkedin", "linkedin-classic",
            "patreon", "reddit", "shopify", "tiktok", "twitch", "twitch-oidc", "vk-classic");

    /** It does not repeat the nonce in the id_token. */
    private static final Set<String> WITHOUT_NONCE = Set.of("linkedin");

    /** They document that they name verified addresses only. */
    private static final Set<String> TRUSTED = Set.of("twitch", "twitter", "twitter2");

    /** They have nothing better; their notes say so. */
    private static final Set<String> KNOWN_BY_NAME_ALONE =
            Set.of("bitly", "concur", "getpocket", "mixcloud", "snowflake", "tumblr");

    /** They want it so. */
    private static final Set<String> TOKEN_IN_QUERY = Set.of("baidu", "deezer", "foursquare", "jamendo", "mixcloud", "qq",
            "stackexchange", "stocktwits", "untappd", "vk-classic", "wechat", "weibo");
    private static final Set<String> SECRET_IN_QUERY = Set.of("concur", "qq", "untappd", "wechat");

    private static final Set<String> NAMES_AND_ADDRESSES = Set.of("name", "login", "username", "email", "mail", "screen_name",
            "nickname", "displayname", "display_name", "loginid", "preferred_username", "userprincipalname", "key");
    private static final Set<String> SETTINGS = Set.of("subdomain", "issuer", "authorize-url", "access-url", "request-url",
            "profile-url");
    private static final Set<String> VALUES = Set.of("client_id", "client_secret", "access_token", "appsecret_proof",
            "smartsheet_hash");

    @ForEveryProvider
    void hasANameThatFitsIntoAUrl(ProviderDescriptor provider) {
        assertThat(provider.name()).matches("[a-z0-9][a-z0-9_-]*").isNotIn("local", "email", "callback", "providers");
    }

    @ForEveryProvider
    void hasATitle(ProviderDescriptor provider) {
        assertThat(provider.about().title()).isNotBlank().hasSizeLessThan(40);
    }

    @ForEveryProvider
    void hasAnIcon(ProviderDescriptor provider) {
        assertThat(Path.of("src/main/webapp/icons", provider.about().icon())).exists();
    }

    @ForEveryProvider
    void isReachedByHttpsAlone(ProviderDescriptor provider) {
        assertThat(urls(provider)).allSatisfy(url -> {
            var address = URI.create(Placeholder.fill(url, name -> "tenant.example"));
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getHost()).contains(".");
            assertThat(address.getUserInfo()).isNull();
            assertThat(address.getFragment()).isNull();
        });
    }

    @ForEveryProvider
    void needsNothingThatIsNotASetting(ProviderDescriptor provider) {
        assertThat(SETTINGS).containsAll(provider.missing());
    }

    @ForEveryProvider
    void needsASubdomainWhereAUrlHasAPlaceForIt(ProviderDescriptor provider) {
        assertThat(provider.resolved(Map.of("subdomain", "a.example")).missing()).doesNotContain("subdomain");
        assertThat(provider.missing().contains("subdomain"))
                .isEqualTo(urls(provider).flatMap(Placeholder::names).anyMatch("subdomain"::equals));
    }

    @ForEveryProvider
    void knowsPeopleBySomethingThatDoesNotChange(ProviderDescriptor provider) {
        assertThat(provider.mapping().subject()).isNotEmpty();
        if (KNOWN_BY_NAME_ALONE.contains(provider.name())) {
            assertThat(provider.about().closed() || provider.about().note().contains("alone")).isTrue();
        } else {
            assertThat(provider.mapping().subject()).allSatisfy(subject ->
                    assertThat(subject.substring(subject.lastIndexOf('/') + 1).toLowerCase()).isNotIn(NAMES_AND_ADDRESSES));
        }
    }

    @ForEveryProvider
    void pointsIntoAnswersThatItGets(ProviderDescriptor provider) {
        assertThat(pointers(provider)).allSatisfy(pointer -> {
            var source = pointer.substring(0, pointer.startsWith("/") ? 0 : pointer.indexOf(':') + 1);
            assertThatCode(() -> Json.createPointer(pointer.substring(source.length()))).doesNotThrowAnyException();
            assertThat(source.isEmpty() || Set.of("token:", "id_token:", "callback:").contains(source)
                    || provider.also().containsKey(source.replace(":", ""))).isTrue();
        });
    }

    @ForEveryProvider
    void leavesNoPlaceholderOpen(ProviderDescriptor provider) {
        assertThat(values(provider).flatMap(Placeholder::names)).allSatisfy(name ->
                assertThat(VALUES.contains(name) || name.matches("(token|callback|profile)/.+")).isTrue());
        assertThat(urls(provider).flatMap(Placeholder::names)).as("nothing that a provider says changes where requests go")
                .allSatisfy(name -> assertThat(name).isIn("subdomain", "tenant", "client_id"));
    }

    @ForEveryProvider
    void provesThatWhoBringsTheCodeAskedForIt(ProviderDescriptor provider) {
        var codes = provider.protocol() == Protocol.OIDC || provider.protocol() == Protocol.OAUTH2;
        assertThat(provider.authorize().pkce() == Pkce.S256)
                .isEqualTo(codes && !WITHOUT_PROOF_KEYS.contains(provider.name()));
    }

    @ForEveryProvider
    void asksAnOpenIdProviderForAnIdTokenWithANonce(ProviderDescriptor provider) {
        assertThat(provider.openId() != null).isEqualTo(provider.protocol() == Protocol.OIDC);
        if (provider.openId() != null) {
            assertThat(provider.authorize().scopes()).contains("openid");
            assertThat(provider.authorize().delimiter()).isEqualTo(" ");
            assertThat(provider.openId().nonce()).isNotEqualTo(WITHOUT_NONCE.contains(provider.name()));
        }
    }

    @ForEveryProvider
    void acceptsIdTokensOfItsOwnIssuerAlone(ProviderDescriptor provider) {
        if (provider.openId() != null) {
            assertThat(provider.openId().algorithms()).doesNotContain("none", "NONE");
            assertThat(provider.openId().issuers()).noneMatch(String::isBlank);
        }
    }

    @ForEveryProvider
    void believesNoAddressThatNobodyVerified(ProviderDescriptor provider) {
        assertThat(provider.emailTrust())
                .isEqualTo(TRUSTED.contains(provider.name()) ? EmailTrust.TRUSTED : EmailTrust.VERIFIED_ONLY);
        assertThat(provider.description().toString()).doesNotContain("strapi.io");
    }

    @ForEveryProvider
    void keepsTokensOutOfUrls(ProviderDescriptor provider) {
        var inQuery = requests(provider).filter(request -> request.in() == ParameterPlace.QUERY)
                .flatMap(request -> request.parameters().values().stream()).flatMap(Placeholder::names)
                .anyMatch("access_token"::equals);
        assertThat(inQuery).isEqualTo(TOKEN_IN_QUERY.contains(provider.name()));
    }

    @ForEveryProvider
    void keepsSecretsOutOfUrls(ProviderDescriptor provider) {
        assertThat(provider.token().in() == ParameterPlace.QUERY).isEqualTo(SECRET_IN_QUERY.contains(provider.name()));
        assertThat(requests(provider).flatMap(request -> request.parameters().values().stream()).flatMap(Placeholder::names))
                .doesNotContain("client_secret");
    }

    @ForEveryProvider
    void saysWhyItIsClosed(ProviderDescriptor provider) {
        assertThat(provider.about().closed() && provider.about().note() == null).isFalse();
    }

    @ForEveryProvider
    void canBeOverridden(ProviderDescriptor provider) {
        var changed = provider.with(Json.createReader(new StringReader("""
                {"authorize": {"url": "https://a.example/", "scopes": ["one", "two"], "delimiter": ";", "pkce": "none"},
                 "token": {"url": "https://t.example/", "authentication": "client_secret_basic"},
                 "profile": {"url": "https://p.example/"}, "email-trust": "none", "mapping": {"subject": "/other"}}"""))
                .readObject());
        assertThat(changed.authorize().url()).isEqualTo("https://a.example/");
        assertThat(changed.authorize().scopes()).containsExactly("one", "two");
        assertThat(changed.authorize().pkce()).isEqualTo(Pkce.NONE);
        assertThat(changed.token().url()).isEqualTo("https://t.example/");
        assertThat(changed.profile().url()).isEqualTo("https://p.example/");
        assertThat(changed.profile().headers()).isEqualTo(provider.profile().headers());
        assertThat(changed.mapping().subject()).containsExactly("/other");
        assertThat(changed.mapping().username()).isEqualTo(provider.mapping().username());
        assertThat(changed.emailTrust()).isEqualTo(EmailTrust.NONE);
    }

    private static Stream<ApiRequest> requests(ProviderDescriptor provider) {
        return Stream.concat(Stream.of(provider.profile()), provider.also().values().stream());
    }

    private static Stream<String> urls(ProviderDescriptor provider) {
        var openId = provider.openId();
        return Stream.of(Stream.of(provider.authorize().url(), provider.token().url()),
                        requests(provider).map(ApiRequest::url),
                        Stream.of(provider.audience()).filter(Objects::nonNull).map(audience -> audience.request().url()),
                        Stream.of(provider.oauth1()).filter(Objects::nonNull).map(oauth1 -> oauth1.url()),
                        Stream.of(openId).filter(Objects::nonNull).flatMap(open -> Stream.of(open.issuer(), open.jwks())))
                .flatMap(url -> url).filter(Objects::nonNull);
    }

    private static Stream<String> values(ProviderDescriptor provider) {
        return Stream.of(Stream.of(provider.token().parameters(), provider.authorize().parameters()),
                        requests(provider).flatMap(request -> Stream.of(request.parameters(), request.headers())))
                .flatMap(maps -> maps).flatMap(map -> map.values().stream());
    }

    private static Stream<String> pointers(ProviderDescriptor provider) {
        var mapping = provider.mapping();
        return Stream.of(mapping.subject(), mapping.username(), mapping.email(), mapping.emailVerified(), mapping.locale(),
                        mapping.picture(), List.copyOf(mapping.attributes().values()),
                        mapping.emails() == null ? List.<String>of() : List.of(mapping.emails().list()))
                .flatMap(List::stream).flatMap(candidate -> Stream.of(candidate.split(" ")));
    }
}
