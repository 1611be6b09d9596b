package org.gatehouse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Page;

/** Somebody who logs in with a provider by a front end that has Gatehouse behind it. */
final class Visitor {

    static final URI FRONT_END = URI.create("http://front.example/connect/redirect");

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final String provider;
    private final Browser browser = Browser.stoppingAt(FRONT_END);

    Visitor(String provider) {
        this.provider = provider;
    }

    /** Makes the shared server know a provider by these settings, which lack the front end's page. */
    static void declare(String provider, Map<String, String> settings) {
        var changes = new TreeMap<String, Optional<String>>();
        settings.forEach((name, value) -> changes.put(name, Optional.of(value)));
        changes.put("gatehouse.providers", Optional.of(provider));
        changes.put("gatehouse.provider." + provider + ".callback", Optional.of(FRONT_END.toString()));
        Gatehouse.shared().settings(changes);
    }

    Browser browser() {
        return browser;
    }

    /** Begins at the front end's button and goes where that leads. */
    Page connects() {
        return browser.visit(gatehouse.connect(provider));
    }

    /** Has come back to the front end; what the front end makes of that. */
    JsonObject isSignedIn(Page atFrontEnd) {
        assertThat(atFrontEnd.uri().toString()).as(atFrontEnd.body()).startsWith(FRONT_END + "?access_token=");
        var answer = gatehouse.exchange(provider, atFrontEnd.query().get("access_token"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var me = me(answer);
        assertThat(me.get("id")).isEqualTo(answer.json().getJsonObject("user").get("id"));
        return me;
    }

    private JsonObject me(Answer signedIn) {
        var me = gatehouse.me(signedIn.jwt());
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        return me.json();
    }
}
