package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.Page;
import org.gatehouse.systems.ProviderUser;

/** Somebody with a browser who logs in through an identity provider, and the front end they use. */
final class Traveller {

    static final URI FRONT_END = URI.create("http://front.example/connect/redirect");

    private final Gatehouse gatehouse;
    private final IdentityProvider provider;
    private final String name;
    private final ProviderUser user;
    private final Browser browser = Browser.stoppingAt(FRONT_END);

    /** Somebody nobody has met before. */
    Traveller(Gatehouse gatehouse, IdentityProvider provider, String name) {
        this(gatehouse, provider, name, ProviderUser.anybody());
    }

    Traveller(Gatehouse gatehouse, IdentityProvider provider, String name, ProviderUser user) {
        this.gatehouse = gatehouse;
        this.provider = provider;
        this.name = name;
        this.user = user;
    }

    /** The same person with another browser. */
    Traveller elsewhere() {
        return new Traveller(gatehouse, provider, name, user);
    }

    ProviderUser user() {
        return user;
    }

    Browser browser() {
        return browser;
    }

    /** Logs in at the provider and comes to the front end. */
    Page arrives() {
        return arrives("");
    }

    /** The same with a query at the beginning, such as {@code ?callback=…}. */
    Page arrives(String query) {
        provider.signsIn(user);
        return browser.visit(URI.create(gatehouse.connect(name) + query));
    }

    /** Goes to the provider and logs in there; the redirect back to Gatehouse is not followed yet. */
    URI isSentBack() {
        provider.signsIn(user);
        var toProvider = browser.step(gatehouse.connect(name)).target().orElseThrow();
        return browser.step(toProvider).target().orElseThrow();
    }

    /** The ticket that the front end gets. */
    String ticket() {
        var page = arrives();
        assertThat(page.query()).as(page.uri() + " " + page.body()).containsOnlyKeys("access_token");
        return page.query().get("access_token");
    }

    /** All the way. */
    Answer logsIn() {
        return exchanges(ticket());
    }

    /** What the front end does with a ticket, in this browser. */
    Answer exchanges(String ticket) {
        return exchanges(name, ticket);
    }

    Answer exchanges(String provider, String ticket) {
        return browser.step(URI.create(gatehouse.baseUri() + "/api/auth/" + provider + "/callback?access_token="
                + URLEncoder.encode(ticket, StandardCharsets.UTF_8))).answer();
    }

    /** A client of the front end in this browser, whose calls carry the browser's cookies for the API. */
    Client client(String jwt) {
        var cookies = browser.cookiesFor(URI.create(gatehouse.baseUri() + "/api/auth/")).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        return gatehouse.as(jwt).with("Cookie", cookies);
    }

    /** Logs in at the provider, and adds that to the account of whoever has the token. */
    Answer links(String jwt) {
        var ticket = ticket();
        return client(jwt).post("/api/auth/identities/" + name, Map.of("access_token", ticket));
    }
}
