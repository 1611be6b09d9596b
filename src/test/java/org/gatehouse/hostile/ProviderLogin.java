package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.Page;

/** Somebody's login with a provider in a browser, as a whole or step by step. */
record ProviderLogin(String provider, Browser browser) {

    private static final Gatehouse GATEHOUSE = Gatehouse.shared();

    /** In a browser of its own. */
    static ProviderLogin with(String provider) {
        return new ProviderLogin(provider, Browser.stoppingAt(DeclaredProviders.FRONT_END));
    }

    /** With another provider, in the same browser. */
    ProviderLogin and(String other) {
        return new ProviderLogin(other, browser);
    }

    /** All the way from the button to the front end. */
    Page comesBack() {
        return followed(browser.visit(GATEHOUSE.connect(provider)));
    }

    /** The first step: where Gatehouse sends the browser to. */
    URI departs() {
        return target(browser.step(GATEHOUSE.connect(provider)));
    }

    /** The second: where the provider sends it back to. */
    URI isSentBackFrom(URI departure) {
        return target(browser.step(departure));
    }

    /** Both: where the provider sends it back to. */
    URI isSentBack() {
        return isSentBackFrom(departs());
    }

    /** The last step: opens that address. */
    Page opens(URI callback) {
        return followed(browser.visit(callback));
    }

    /** Hands in the ticket from the front end's address. */
    Answer exchanges(Page atFrontEnd) {
        assertThat(atFrontEnd.uri().toString()).as(atFrontEnd.body()).startsWith(DeclaredProviders.FRONT_END + "?access_token=");
        return GATEHOUSE.exchange(provider, atFrontEnd.query().get("access_token"));
    }

    /** Who is signed in. */
    JsonObject isSignedIn(Page atFrontEnd) {
        var answer = exchanges(atFrontEnd);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(GATEHOUSE.me(answer.jwt()).status()).isEqualTo(200);
        return answer.json().getJsonObject("user");
    }

    /** The front end is told that it went wrong, in words for developers, and gets nothing to hand in. */
    static Page isRefused(Page atFrontEnd) {
        assertThat(atFrontEnd.uri().toString()).as("status " + atFrontEnd.status() + " " + atFrontEnd.body())
                .startsWith(DeclaredProviders.FRONT_END + "?error=");
        assertThat(atFrontEnd.query()).containsOnlyKeys("error", "error_description");
        assertThat(atFrontEnd.query().get("error_description")).isNotBlank()
                .doesNotContain("Exception", "org.gatehouse", IdentityProvider.CLIENT_SECRET);
        return atFrontEnd;
    }

    private Page followed(Page page) {
        return page.status() == 200 && page.body().contains("<form") ? browser.submit(page, Map.of()) : page;
    }

    private static URI target(Page page) {
        return page.target().orElseThrow(() -> new AssertionError("No redirect, but " + page.status() + " " + page.body()));
    }
}
