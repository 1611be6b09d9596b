package org.gatehouse.providers.protocol;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.Strategy;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.credentials.extractor.CredentialsExtractor;

/**
 * Takes what the browser brings back, if it is what this attempt asked for, and exchanges it for tokens. Nothing goes to a
 * token endpoint before the state, the provider's name for itself, and its error are looked at, in this order.
 */
final class CodeExchange implements CredentialsExtractor {

    private final ConfiguredProvider provider;
    private final Discovery discovery;
    private final TokenEndpoint tokens;
    private final IdTokens idTokens;

    CodeExchange(ConfiguredProvider provider, Discovery discovery, TokenEndpoint tokens, IdTokens idTokens) {
        this.provider = provider;
        this.discovery = discovery;
        this.tokens = tokens;
        this.idTokens = idTokens;
    }

    @Override
    public Optional<Credentials> extract(CallContext context) {
        var browser = Browser.of(context);
        var endpoints = discovery.endpoints(provider);
        check(browser, endpoints);
        var answer = tokens.exchange(provider, endpoints, browser);
        return Optional.of(provider.descriptor().protocol() == Protocol.OIDC
                ? openId(endpoints, answer, browser.secrets().nonce())
                : Evidence.ofToken(answer, tokens.tokens(provider, answer), null));
    }

    private void check(Browser browser, Endpoints endpoints) {
        var parameters = browser.parameters();
        if (!browser.secrets().answeredBy(parameters)) {
            throw new ProviderException("OAuth2 state mismatch");
        }
        checkIssuer(parameters, endpoints);
        Refusal.check(parameters);
        if (provider.descriptor().strategy() == Strategy.SHOPIFY) {
            ShopifySignature.check(provider, parameters);
        }
        if (provider.custom() != null) {
            provider.custom().verifyCallback(parameters.values(), provider.settings());
        }
        if (parameters.single("code") == null || parameters.single("code").isEmpty()) {
            throw new ProviderException("OAuth2 missing code parameter");
        }
    }

    /** RFC 9207: an answer that another provider made would carry our code there. */
    private void checkIssuer(CallbackParameters parameters, Endpoints endpoints) {
        var openId = provider.descriptor().openId();
        if (openId == null || !parameters.has("iss") && !endpoints.namesItself()) {
            return;
        }
        var named = parameters.single("iss");
        if (named == null || !IssuerRule.of(openId).mayBe(named)) {
            throw new ProviderException("The answer comes from another issuer");
        }
    }

    private Evidence openId(Endpoints endpoints, JsonObject answer, String nonce) {
        var given = tokens.tokens(provider, answer);
        if (given.idToken() == null) {
            throw new ProviderException("The provider gave no id_token");
        }
        return Evidence.ofToken(answer, given,
                idTokens.check(provider, endpoints, given.idToken(), nonce, given.accessToken()));
    }
}
