package org.gatehouse.spi;

import java.net.URI;
import java.util.Map;

/**
 * The way to a provider for a company's own code. It speaks https only, follows no redirects, keeps no cookies, reaches no
 * private address that the operator has not allowed, and ends slow or endless answers.
 */
public interface ProviderHttp {

    /**
     * Calls the provider.
     *
     * @param method  {@code GET}, {@code POST} and so on
     * @param url     where to
     * @param headers sent as they are
     * @param body    sent as UTF-8 with the {@code Content-Type} among the headers; null for none
     * @throws ProviderException if no answer came; an answer with a bad status is an answer
     */
    Answer send(String method, URI url, Map<String, String> headers, String body);

    /** Fetches a resource with a bearer token (RFC 6750). */
    default Answer get(URI url, String bearerToken) {
        return send("GET", url, Map.of("Authorization", "Bearer " + bearerToken, "Accept", "application/json"), null);
    }

    /**
     * What came back.
     *
     * @param status      the HTTP status
     * @param contentType as the provider calls it, which need not be true; empty if it did not say
     * @param body        read as UTF-8
     */
    record Answer(int status, String contentType, String body) {

        public boolean successful() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "Answer[status=" + status + ", contentType=" + contentType + "]";
        }
    }
}
