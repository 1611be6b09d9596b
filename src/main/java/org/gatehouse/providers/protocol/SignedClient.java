package org.gatehouse.providers.protocol;

import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.gatehouse.platform.OutboundResponse;
import org.gatehouse.spi.AnswerFormat;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.oauth.client.OAuth10Client;

/**
 * OAuth 1.0a (RFC 5849): a request token first, to the provider with it, back with a verifier, and both become an access
 * token. pac4j does the first half. The second is done here: pac4j insists on a verifier, which some providers do not send,
 * and says in its exceptions what the tokens were.
 */
final class SignedClient extends OAuth10Client {

    private final ConfiguredProvider provider;
    private final SignedConfiguration signing;

    SignedClient(ConfiguredProvider provider, OutboundScribe http, Profiles profiles) {
        this.provider = provider;
        this.signing = new SignedConfiguration(provider, http);
        setName(provider.name());
        setCallbackUrl(provider.name());
        setCallbackUrlResolver(new OwnCallback(context -> ((Browser) context).redirectUri().toString()));
        setConfiguration(signing);
        setCredentialsExtractor(context -> Optional.of(exchange(Browser.of(context))));
        setAuthenticator((context, credentials) -> Optional.of(credentials));
        setProfileCreator(new ArrivalCreator(provider, profiles));
    }

    private Credentials exchange(Browser browser) {
        var parameters = browser.parameters();
        var secrets = browser.secrets();
        if (!secrets.answeredBy(parameters) || parameters.single("oauth_token") == null) {
            throw new ProviderException("OAuth1 token mismatch");
        }
        if (provider.custom() != null) {
            provider.custom().verifyCallback(parameters.values(), provider.settings());
        }
        var verifier = parameters.single("oauth_verifier");
        if (verifier == null && provider.descriptor().oauth1().verifier()) {
            throw new ProviderException("OAuth1 missing verifier");
        }
        var requests = signing.requests(browser);
        var token = accessToken(requests, new OAuth1RequestToken(secrets.requestToken(), secrets.requestTokenSecret()),
                provider.descriptor().oauth1().verifier() ? verifier : null);
        return evidence(requests, token);
    }

    private static OAuth1AccessToken accessToken(SignedRequests requests, OAuth1RequestToken token, String verifier) {
        try {
            return requests.getAccessToken(token, verifier);
        } catch (OAuthException e) {
            // its message repeats the answer, which may hold tokens
            throw new ProviderException("Token exchange failed: the answer has no token");
        } catch (IOException | ExecutionException e) {
            throw new ProviderException("Token exchange failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("Token exchange was interrupted", e);
        }
    }

    private static Evidence evidence(SignedRequests requests, OAuth1AccessToken token) {
        var answer = Answers.read(new OutboundResponse(200, "", token.getRawResponse()), AnswerFormat.AUTO)
                .filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject).orElse(JsonValue.EMPTY_JSON_OBJECT);
        var tokens = new ProviderTokens(token.getToken(), token.getTokenSecret(), null, null, null, PlainValues.of(answer));
        return Evidence.ofSignature(answer, tokens, request -> requests.sign(token, request));
    }
}
