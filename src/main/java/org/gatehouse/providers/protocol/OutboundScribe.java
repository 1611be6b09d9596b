package org.gatehouse.providers.protocol;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest.ResponseConverter;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.AnswerFormat;
import org.gatehouse.spi.ProviderException;

/** The way out for ScribeJava, which signs the requests of OAuth 1.0a. What nobody needs is not supported. */
record OutboundScribe(ProviderCalls calls, String provider) implements HttpClient {

    @Override
    public Response execute(String userAgent, Map<String, String> headers, Verb verb, String url, byte[] body) {
        return execute(userAgent, headers, verb, url, body == null ? null : new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public Response execute(String userAgent, Map<String, String> headers, Verb verb, String url, String body) {
        var request = new OutboundRequest(verb.name(), ProviderCalls.uri(url), headers, body);
        var response = calls.send(provider, request);
        if (!response.successful()) {
            throw new ProviderException(Answers.read(response, AnswerFormat.AUTO).flatMap(Answers::explanation)
                    .map(text -> Hushed.of(text, request)).orElse("Token exchange failed (" + response.status() + ")"));
        }
        return new Response(response.status(), "", Map.of(), response.body());
    }

    @Override
    public Response execute(String userAgent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response execute(String userAgent, Map<String, String> headers, Verb verb, String url, File body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Future<T> executeAsync(String userAgent, Map<String, String> headers, Verb verb, String url, byte[] body,
            OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Future<T> executeAsync(String userAgent, Map<String, String> headers, Verb verb, String url,
            MultipartPayload body, OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Future<T> executeAsync(String userAgent, Map<String, String> headers, Verb verb, String url, String body,
            OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Future<T> executeAsync(String userAgent, Map<String, String> headers, Verb verb, String url, File body,
            OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // the connections are shared
    }
}
