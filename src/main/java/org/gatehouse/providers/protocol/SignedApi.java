package org.gatehouse.providers.protocol;

import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.services.HMACSha1SignatureService;
import com.github.scribejava.core.services.PlaintextSignatureService;
import com.github.scribejava.core.services.RSASha1SignatureService;
import com.github.scribejava.core.services.SignatureService;
import java.net.URI;
import java.util.LinkedHashMap;

/** A provider of OAuth 1.0a as ScribeJava sees it. */
final class SignedApi extends DefaultApi10a {

    private final ConfiguredProvider provider;
    private final URI redirectUri;
    private final SignatureService signatures;

    SignedApi(ConfiguredProvider provider, URI redirectUri) {
        this.provider = provider;
        this.redirectUri = redirectUri;
        this.signatures = switch (provider.descriptor().oauth1().signature()) {
            case HMAC_SHA1 -> provider.client().privateKey() == null ? new HMACSha1SignatureService() : byKey(provider);
            case RSA_SHA1 -> byKey(provider);
            case PLAINTEXT -> new PlaintextSignatureService();
        };
    }

    private static SignatureService byKey(ConfiguredProvider provider) {
        return new RSASha1SignatureService(PrivateKeys.read(provider.client().privateKey()));
    }

    @Override
    public SignatureService getSignatureService() {
        return signatures;
    }

    @Override
    public String getRequestTokenEndpoint() {
        var oauth1 = provider.descriptor().oauth1();
        var parameters = new LinkedHashMap<>(oauth1.parameters());
        if (oauth1.scopeParameter() != null && !scopes().isEmpty()) {
            parameters.put(oauth1.scopeParameter(), scopes());
        }
        return Blanks.withQuery(oauth1.url(), parameters);
    }

    @Override
    public String getAccessTokenEndpoint() {
        return provider.descriptor().token().url();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return provider.descriptor().authorize().url();
    }

    @Override
    public String getAuthorizationUrl(OAuth1RequestToken requestToken) {
        var authorize = provider.descriptor().authorize();
        var parameters = new LinkedHashMap<>(authorize.parameters());
        if (authorize.scopeParameter() != null && !scopes().isEmpty()) {
            parameters.put(authorize.scopeParameter(), scopes());
        }
        if (authorize.redirectParameter() != null) {
            parameters.put(authorize.redirectParameter(), redirectUri.toString());
        }
        parameters.put("oauth_token", requestToken.getToken());
        return Blanks.withQuery(getAuthorizationBaseUrl(), parameters);
    }

    private String scopes() {
        var authorize = provider.descriptor().authorize();
        return String.join(authorize.delimiter(), authorize.scopes());
    }
}
