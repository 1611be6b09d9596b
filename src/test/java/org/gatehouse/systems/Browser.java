package org.gatehouse.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Somebody's browser: it keeps cookies and follows redirects from server to server, until it is sent to the front end,
 * behind whose address nobody need be listening. It runs no scripts.
 */
public final class Browser {

    private static final int MOST_REDIRECTS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI frontEnd;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    private Browser(URI frontEnd) {
        this.frontEnd = frontEnd;
    }

    /** A new one, without cookies, that stops at every address of this front end. */
    public static Browser stoppingAt(URI frontEnd) {
        return new Browser(frontEnd);
    }

    /** Opens an address and follows redirects. */
    public Page visit(URI address) {
        return follow(step(address));
    }

    /** Opens an address and shows what it answers, be it a redirect. */
    public Page step(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** Fills in the page's form, leaves its other fields as they are, sends it off and follows redirects. */
    public Page submit(Page page, Map<String, String> filledIn) {
        return follow(stepBySubmitting(page, filledIn));
    }

    /** Fills in the page's form, sends it off and shows what that answers, be it a redirect. */
    public Page stepBySubmitting(Page page, Map<String, String> filledIn) {
        var form = page.form();
        return send(HttpRequest.newBuilder(page.uri().resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded(filledIn))));
    }

    /** Follows the redirect that this page is, and all that come after it. */
    public Page follow(Page page) {
        var current = page;
        for (var redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var target = current.target();
            if (target.isEmpty()) {
                return current;
            }
            if (isFrontEnd(target.get())) {
                return Page.at(target.get());
            }
            current = step(target.get());
        }
        throw new AssertionError("Sent from one address to the next without end, now at " + current.uri());
    }

    /** The cookies it would send to this address. */
    public List<HttpCookie> cookiesFor(URI address) {
        return cookies.getCookieStore().get(address).stream()
                .filter(cookie -> address.getPath().startsWith(cookie.getPath())).toList();
    }

    /** The same cookies with another value each, as somebody who tampers with them leaves them behind. */
    public void replaceCookies(UnaryOperator<String> change) {
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setValue(change.apply(cookie.getValue())));
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** Takes over the cookies of another browser, as a thief does. */
    public Browser withCookiesOf(Browser other) {
        other.cookies.getCookieStore().getURIs().forEach(uri -> other.cookies.getCookieStore().get(uri)
                .forEach(cookie -> cookies.getCookieStore().add(uri, cookie)));
        return this;
    }

    private Page send(HttpRequest.Builder request) {
        var plain = request.timeout(TIMEOUT).build();
        try {
            for (var cookie : cookies.get(plain.uri(), Map.of()).getOrDefault("Cookie", List.of())) {
                request.header("Cookie", cookie);
            }
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            cookies.put(plain.uri(), response.headers().map());
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false)); // loopback is trusted
            return new Page(plain.uri(), new Answer(response.statusCode(), response.headers(), response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(plain.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isFrontEnd(URI target) {
        return Optional.ofNullable(target.getAuthority()).filter(frontEnd.getAuthority()::equals).isPresent();
    }
}
