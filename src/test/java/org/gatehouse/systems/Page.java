package org.gatehouse.systems;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/** What a {@link Browser} shows, and in its address bar where it is from. */
public record Page(URI uri, Answer answer) {

    /** An address that was not opened. */
    static Page at(URI uri) {
        return new Page(uri, new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), ""));
    }

    public int status() {
        return answer.status();
    }

    public String body() {
        return answer.body();
    }

    /** The decoded parameters of the address. */
    public Map<String, String> query() {
        return ProviderRequest.parameters(uri.getRawQuery());
    }

    /** Where it redirects to, if it does. */
    public Optional<URI> target() {
        return Optional.of(answer).filter(redirect -> redirect.status() / 100 == 3)
                .flatMap(redirect -> redirect.header("Location")).map(uri::resolve);
    }

    /** The first form; fails, showing the page, if there is none. */
    public HtmlForm form() {
        return HtmlForm.first(body()).orElseThrow(() ->
                new AssertionError("No form at " + uri + ", but status " + status() + ": " + body()));
    }
}
