package org.gatehouse.providers.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import org.gatehouse.platform.OutboundException;
import org.gatehouse.platform.OutboundHttp;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.platform.OutboundResponse;
import org.gatehouse.spi.AnswerFormat;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderHttp;

/** Calls of providers, whose failures become failures of a login. */
@Singleton
class ProviderCalls {

    private final OutboundHttp http;

    @Inject
    ProviderCalls(OutboundHttp http) {
        this.http = http;
    }

    /** The answer, whatever its status. */
    OutboundResponse send(String provider, OutboundRequest request) {
        try {
            return http.send(provider, request);
        } catch (OutboundException e) {
            throw new ProviderException(e.getMessage(), e);
        }
    }

    /** The answer to a request that has to succeed: one with a good status that holds no error. */
    JsonValue ask(String provider, String what, OutboundRequest request, AnswerFormat format) {
        var response = send(provider, request);
        var answer = Answers.read(response, format);
        var failed = !response.successful() || answer.isEmpty() || Answers.isError(answer.get());
        if (failed) {
            throw new ProviderException(answer.flatMap(Answers::explanation)
                    .map(text -> Hushed.of(text, request)).orElse(what + " failed (" + response.status() + ")"));
        }
        return answer.get();
    }

    /** A document that everybody may read, such as a discovery document. */
    JsonObject document(String provider, String what, String url) {
        var request = new OutboundRequest("GET", uri(url), Map.of("Accept", "application/json"), null);
        if (ask(provider, what, request, AnswerFormat.AUTO) instanceof JsonObject document) {
            return document;
        }
        throw new ProviderException(what + " failed: the answer is no object");
    }

    /** The same way out for a company's own code. */
    ProviderHttp forCode(String provider) {
        return (method, url, headers, body) -> {
            var response = send(provider, new OutboundRequest(method, url, headers, body));
            return new ProviderHttp.Answer(response.status(), response.contentType(), response.body());
        };
    }

    static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new ProviderException("An address of the provider is not a proper URL");
        }
    }
}
