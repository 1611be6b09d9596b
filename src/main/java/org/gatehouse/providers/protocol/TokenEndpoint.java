package org.gatehouse.providers.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;
import org.gatehouse.spi.TokenExchange;

/** Makes tokens of codes and of refresh tokens, RFC 6749 sections 4.1.3 and 6, as each provider understands them. */
@Singleton
class TokenEndpoint {

    private final ProviderCalls calls;
    private final Clock clock;

    @Inject
    TokenEndpoint(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The answer to a code. */
    JsonObject exchange(ConfiguredProvider provider, Endpoints endpoints, Browser browser) {
        var code = browser.parameters().single("code");
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", browser.redirectUri().toString());
        if (browser.secrets().codeVerifier() != null) {
            parameters.put("code_verifier", browser.secrets().codeVerifier());
        }
        var blanks = new Blanks(provider.client(), new Sources().with(browser.parameters())).withCode(code);
        return send(provider, endpoints, parameters, blanks.all(provider.descriptor().token().parameters()));
    }

    /** The answer to a refresh token. */
    JsonObject refresh(ConfiguredProvider provider, Endpoints endpoints, String refreshToken) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", refreshToken);
        return send(provider, endpoints, parameters, Map.of());
    }

    private JsonObject send(ConfiguredProvider provider, Endpoints endpoints, Map<String, String> standard,
            Map<String, String> besides) {
        var exchange = provider.descriptor().token();
        var proof = new ClientProof(provider.client(), clock);
        standard.putAll(proof.parameters(exchange.authentication(), endpoints.token(), issuer(provider)));
        var parameters = asTheyAreCalled(standard, exchange);
        parameters.putAll(besides);
        var changed = provider.custom() == null ? parameters
                : provider.custom().tokenParameters(Map.copyOf(parameters), provider.settings());
        var headers = proof.headers(exchange.authentication());
        return object(provider, exchange, Requests.make(exchange.method(), endpoints.token(), exchange.in(), changed, headers,
                exchange.answer().format()));
    }

    private static String issuer(ConfiguredProvider provider) {
        var openId = provider.descriptor().openId();
        return openId == null ? null : openId.issuer();
    }

    private static Map<String, String> asTheyAreCalled(Map<String, String> standard, TokenExchange exchange) {
        var parameters = new LinkedHashMap<String, String>();
        standard.forEach((name, value) -> {
            if (!exchange.omit().contains(name)) {
                parameters.put(exchange.rename().getOrDefault(name, name), value);
            }
        });
        return parameters;
    }

    private JsonObject object(ConfiguredProvider provider, TokenExchange exchange, OutboundRequest request) {
        if (calls.ask(provider.name(), "Token exchange", request, exchange.answer().format()) instanceof JsonObject answer) {
            return answer;
        }
        throw new ProviderException("Token exchange failed: the answer is no object");
    }

    /** The tokens in an answer. */
    ProviderTokens tokens(ConfiguredProvider provider, JsonObject answer) {
        var pointers = provider.descriptor().token().answer();
        var sources = new Sources().with(Sources.PROFILE, answer);
        var access = sources.text(pointers.accessToken()).orElseThrow(
                () -> new ProviderException("Token exchange failed: the answer has no access token"));
        return new ProviderTokens(access, null, sources.text(pointers.refreshToken()).orElse(null),
                sources.text(pointers.idToken()).orElse(null),
                sources.text(pointers.expiresIn()).flatMap(this::inSeconds).orElse(null), PlainValues.of(answer));
    }

    /** Empty for what is no number, and for what is too far away to matter. */
    private Optional<Instant> inSeconds(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(clock.instant().plusSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
