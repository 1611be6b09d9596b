package org.gatehouse.providers.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.ApiRequest;
import org.gatehouse.spi.ExternalProfile;
import org.gatehouse.spi.ProfileContext;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;

/** Asks a provider whose login it was that {@link Evidence} shows, and reads the answers as its descriptor says. */
@Singleton
class Profiles {

    /** OpenID Connect Core, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private final ProviderCalls calls;
    private final Discovery discovery;
    private final Clock clock;

    @Inject
    Profiles(ProviderCalls calls, Discovery discovery, Clock clock) {
        this.calls = calls;
        this.discovery = discovery;
        this.clock = clock;
    }

    Arrival read(ConfiguredProvider provider, Evidence evidence, CallbackParameters parameters) {
        var claims = evidence.claims() == null ? JsonValue.EMPTY_JSON_OBJECT
                : JsonValues.parseObject(evidence.claims().toString(true));
        if (provider.custom() != null) {
            var own = provider.custom().profile(new ProfileContext(evidence.tokens(), PlainValues.of(claims),
                    parameters.values(), provider.settings(), calls.forCode(provider.name())));
            if (own.isPresent()) {
                return new Arrival(own.get(), evidence.tokens());
            }
        }
        var sources = new Sources().with(parameters).with(Sources.TOKEN, evidence.answer()).with(Sources.ID_TOKEN, claims);
        sources.with(Sources.PROFILE, profile(provider, evidence, sources, claims));
        provider.descriptor().also().forEach((name, request) ->
                sources.with(name, further(provider, evidence, sources, request)));
        return new Arrival(map(provider, evidence.claims(), sources), evidence.tokens());
    }

    private JsonValue profile(ConfiguredProvider provider, Evidence evidence, Sources sources, JsonObject claims) {
        if (evidence.profile() != null) {
            return evidence.profile();
        }
        var request = provider.descriptor().profile();
        var url = isOpenId(provider) ? discovery.endpoints(provider).userInfo() : request.url();
        if (url == null || evidence.tokens().accessToken() == null) {
            return claims;
        }
        var answer = calls.ask(provider.name(), "Profile request",
                request(provider, request, url, evidence, sources), request.format());
        return evidence.claims() == null ? answer : UserInfo.laidOver(claims, answer);
    }

    private static boolean isOpenId(ConfiguredProvider provider) {
        return provider.descriptor().protocol() == Protocol.OIDC;
    }

    /** What is nice to have besides; an API that refuses it has not refused the login. */
    private JsonValue further(ConfiguredProvider provider, Evidence evidence, Sources sources, ApiRequest request) {
        var response = calls.send(provider.name(), request(provider, request, request.url(), evidence, sources));
        return response.successful() ? Answers.read(response, request.format()).orElse(JsonValue.NULL) : JsonValue.NULL;
    }

    private OutboundRequest request(ConfiguredProvider provider, ApiRequest request, String url, Evidence evidence,
            Sources sources) {
        var blanks = new Blanks(provider.client(), sources).withAccessToken(evidence.tokens().accessToken());
        var headers = new HashMap<>(blanks.all(request.headers()));
        if (request.basic()) {
            headers.put("Authorization", new ClientProof(provider.client(), clock).basic());
        }
        var made = Requests.make(request.method(), blanks.url(url), request.in(), blanks.all(request.parameters()), headers,
                request.format());
        return request.bearer() || evidence.tokens().accessSecret() != null
                ? with(made, evidence.signature().headers(made)) : made;
    }

    private static OutboundRequest with(OutboundRequest request, Map<String, String> more) {
        var headers = new HashMap<>(request.headers());
        headers.putAll(more);
        return new OutboundRequest(request.method(), request.url(), headers, request.body());
    }

    /** What a provider that is asked about a token says about it, for whom it was made above all. */
    JsonValue ask(ConfiguredProvider provider, ApiRequest request, Evidence evidence) {
        return calls.ask(provider.name(), "Asking about the token",
                request(provider, request, request.url(), evidence, new Sources()), request.format());
    }

    private static ExternalProfile map(ConfiguredProvider provider, JWTClaimsSet claims, Sources sources) {
        var mapping = provider.descriptor().mapping();
        var subject = sources.text(mapping.subject()).filter(text -> text.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> new ProviderException("The profile does not say whose it is"));
        var email = new Emails(sources, mapping).find(provider.descriptor().emailTrust());
        var attributes = new HashMap<String, Object>();
        mapping.attributes().forEach((name, pointer) ->
                sources.value(pointer).ifPresent(value -> attributes.put(name, PlainValues.of(value))));
        return new ExternalProfile(issuer(provider, claims), subject, sources.text(mapping.username()).orElse(null),
                email.map(Emails.Email::address).orElse(null), email.map(Emails.Email::verification).orElse(null),
                sources.text(mapping.locale()).orElse(null), sources.text(mapping.picture()).orElse(null), attributes);
    }

    /** Where no issuer is known it is the provider's name; with the part of its address that decides whose subjects it has. */
    private static String issuer(ConfiguredProvider provider, JWTClaimsSet claims) {
        if (isOpenId(provider)) {
            return IssuerRule.of(provider.descriptor().openId()).remembered(claims == null ? null : claims.getIssuer())
                    .orElseThrow(() -> new ProviderException("Only an id_token tells the issuer"));
        }
        var subdomain = provider.settings().get("subdomain");
        return subdomain == null || subdomain.isBlank() ? provider.name() : provider.name() + "/" + subdomain;
    }
}
