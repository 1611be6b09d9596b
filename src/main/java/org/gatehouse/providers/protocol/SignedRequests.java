package org.gatehouse.providers.protocol;

import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthConstants;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.Map;
import org.gatehouse.platform.OutboundRequest;

/** Signs what goes to a provider of OAuth 1.0a. */
final class SignedRequests extends OAuth10aService {

    SignedRequests(ConfiguredProvider provider, URI redirectUri, OutboundScribe http) {
        super(new SignedApi(provider, redirectUri), provider.client().id(), provider.client().secret(),
                redirectUri.toString(), null, null, null, null, http);
    }

    /** Some providers fail when the verifier is repeated, which OAuth 1.0a demands. */
    @Override
    protected OAuthRequest prepareAccessTokenRequest(OAuth1RequestToken token, String verifier) {
        if (verifier != null) {
            return super.prepareAccessTokenRequest(token, verifier);
        }
        var request = new OAuthRequest(getApi().getAccessTokenVerb(), getApi().getAccessTokenEndpoint());
        request.addOAuthParameter(OAuthConstants.TOKEN, token.getToken());
        addOAuthParams(request, token.getTokenSecret());
        appendSignature(request);
        return request;
    }

    /** The header that signs a call of the provider's API. */
    Map<String, String> sign(OAuth1AccessToken token, OutboundRequest request) {
        var signed = new OAuthRequest(Verb.valueOf(request.method()), request.url().toString());
        if (request.body() != null && request.headers().getOrDefault("Content-Type", "").contains("form")) {
            URLUtils.parseParameters(request.body())
                    .forEach((name, values) -> signed.addBodyParameter(name, values.get(0)));
        }
        signRequest(token, signed);
        return Map.of(OAuthConstants.HEADER, signed.getHeaders().get(OAuthConstants.HEADER));
    }
}
