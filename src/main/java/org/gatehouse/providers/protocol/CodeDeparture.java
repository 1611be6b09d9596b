package org.gatehouse.providers.protocol;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.spi.Pkce;
import org.gatehouse.spi.ProviderException;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.exception.http.FoundAction;
import org.pac4j.core.exception.http.RedirectionAction;
import org.pac4j.core.redirect.RedirectionActionBuilder;

/** Sends the browser away with state, nonce and code challenge (RFC 6749 section 4.1.1, OpenID Connect Core 3.1.2.1). */
final class CodeDeparture implements RedirectionActionBuilder {

    private final ConfiguredProvider provider;
    private final Discovery discovery;

    CodeDeparture(ConfiguredProvider provider, Discovery discovery) {
        this.provider = provider;
        this.discovery = discovery;
    }

    @Override
    public Optional<RedirectionAction> getRedirectionAction(CallContext context) {
        var browser = Browser.of(context);
        var descriptor = provider.descriptor();
        var secrets = AttemptSecrets.forCode(descriptor.openId() != null && descriptor.openId().nonce(),
                descriptor.authorize().pkce() == Pkce.S256);
        browser.memory().keep(secrets);
        var url = discovery.endpoints(provider).authorize();
        if (url == null) {
            throw new ProviderException("The provider's address is not configured");
        }
        var parameters = usual(browser);
        if (provider.custom() != null) {
            parameters = new LinkedHashMap<>(
                    provider.custom().authorizationParameters(Map.copyOf(parameters), provider.settings()));
        }
        parameters.putAll(protection(secrets)); // last, since nothing may change it
        return Optional.of(new FoundAction(Blanks.withQuery(url, parameters)));
    }

    private Map<String, String> usual(Browser browser) {
        var authorize = provider.descriptor().authorize();
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, authorize.clientIdParameter(), provider.client().id());
        put(parameters, "response_type", authorize.responseType());
        put(parameters, authorize.redirectParameter(), browser.redirectUri().toString());
        put(parameters, authorize.scopeParameter(), String.join(authorize.delimiter(), authorize.scopes()));
        put(parameters, "response_mode", authorize.responseMode());
        parameters.putAll(new Blanks(provider.client(), new Sources()).all(authorize.parameters()));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (name != null && value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static Map<String, String> protection(AttemptSecrets secrets) {
        var parameters = new HashMap<String, String>();
        parameters.put("state", secrets.state());
        put(parameters, "nonce", secrets.nonce());
        if (secrets.codeVerifier() != null) {
            var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(secrets.codeVerifier()));
            parameters.put("code_challenge", challenge.getValue());
            parameters.put("code_challenge_method", "S256");
        }
        return parameters;
    }
}
