package org.gatehouse.providers.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSAlgorithm.Family;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.spi.OpenId;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;

/**
 * Finds out where providers are: from their descriptors and, for OpenID providers that leave something out, from their
 * <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">discovery documents</a>. Documents are kept for an
 * hour, and longer when they cannot be read again.
 */
@Singleton
class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);
    /** Asymmetric ones that every Java platform can verify: who has the public key shall not be able to sign. */
    private static final Set<JWSAlgorithm> TRUSTED = Stream.of(Family.RSA, Family.EC).flatMap(Set::stream)
            .filter(algorithm -> !algorithm.equals(JWSAlgorithm.ES256K)).collect(Collectors.toUnmodifiableSet());

    private final ProviderCalls calls;
    private final Clock clock;
    private final Cache<String, Found> documents = Caffeine.newBuilder().maximumSize(1000).build();

    private record Found(JsonObject document, Instant until) {
    }

    @Inject
    Discovery(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Endpoints endpoints(ConfiguredProvider provider) {
        var descriptor = provider.descriptor();
        if (descriptor.protocol() != Protocol.OIDC) {
            return new Endpoints(descriptor.authorize().url(), descriptor.token().url(), null, null, Set.of(), false);
        }
        var openId = descriptor.openId();
        if (openId.issuer() == null) {
            throw new ProviderException("The provider's issuer is not configured");
        }
        var document = isComplete(provider) ? JsonObject.EMPTY_JSON_OBJECT : document(provider.name(), openId);
        return new Endpoints(
                either(descriptor.authorize().url(), document, "authorization_endpoint"),
                either(descriptor.token().url(), document, "token_endpoint"),
                either(descriptor.profile().url(), document, "userinfo_endpoint"),
                either(openId.jwks(), document, "jwks_uri"),
                algorithms(openId, document),
                document.getBoolean("authorization_response_iss_parameter_supported", false));
    }

    private static boolean isComplete(ConfiguredProvider provider) {
        var descriptor = provider.descriptor();
        return descriptor.authorize().url() != null && descriptor.token().url() != null
                && descriptor.openId().jwks() != null;
    }

    private static String either(String configured, JsonObject document, String member) {
        return configured != null ? configured : document.getString(member, null);
    }

    private static Set<JWSAlgorithm> algorithms(OpenId openId, JsonObject document) {
        var named = openId.algorithms().isEmpty()
                && document.get("id_token_signing_alg_values_supported") instanceof JsonArray supported
                ? supported.stream().filter(JsonString.class::isInstance).map(name -> ((JsonString) name).getString()).toList()
                : openId.algorithms();
        var allowed = new HashSet<>(TRUSTED);
        if (!named.isEmpty()) {
            allowed.retainAll(named.stream().map(JWSAlgorithm::parse).toList());
        }
        return Set.copyOf(allowed);
    }

    /** Read without a lock: whoever waits for a provider takes one of its own places, and nobody else waits with them. */
    private JsonObject document(String provider, OpenId openId) {
        var found = documents.getIfPresent(openId.issuer());
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.document();
        }
        try {
            var document = read(provider, openId);
            documents.put(openId.issuer(), new Found(document, clock.instant().plus(FRESH)));
            return document;
        } catch (ProviderException e) {
            if (found == null) {
                throw e;
            }
            return found.document();
        }
    }

    private JsonObject read(String provider, OpenId openId) {
        var issuer = openId.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var document = calls.document(provider, "Discovery", base + "/.well-known/openid-configuration");
        if (!IssuerRule.of(openId).mayBe(document.getString("issuer", ""))) {
            throw new ProviderException("The discovery document names another issuer");
        }
        for (var member : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            // the browser is sent to one of them, and it would run other schemes
            if (!document.getString(member, "").matches("https?://.+")) {
                throw new ProviderException("The discovery document has no proper " + member);
            }
        }
        return document;
    }
}
