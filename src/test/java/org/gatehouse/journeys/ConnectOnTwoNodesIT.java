package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Collectors;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each step of a login may meet another node; none of them remembers anything of its own. */
class ConnectOnTwoNodesIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();

    private final Gatehouse here = Gatehouse.shared();
    private final Gatehouse there = Nodes.direct();

    @RegisterExtension
    static final ChangedSettings ACME = ChangedSettings.forAll(Acme.settings(PROVIDER));

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void whatBeginsHereEndsThereAndIsExchangedHere() {
        var ada = Acme.anybody(PROVIDER);
        var back = ada.isSentBack();

        var answer = with(ada, back).get(back.getRawPath() + "?" + back.getRawQuery());

        var ticket = answer.header("Location").orElseThrow().replaceAll(".*access_token=", "");
        Expect.status(200, here.exchange("acme", ticket));
    }

    @Test
    void whatWasUsedHereIsUsedThere() {
        var ada = Acme.anybody(PROVIDER);
        var back = ada.isSentBack();
        var cookie = with(ada, back);
        assertThat(ada.browser().visit(back).query()).containsKey("access_token");

        var again = cookie.get(back.getRawPath() + "?" + back.getRawQuery());

        assertThat(again.header("Location")).get().asString().contains("error=oauth_error");
    }

    private Client with(Traveller traveller, URI address) {
        return there.anonymous().with("Cookie", traveller.browser().cookiesFor(address).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
    }
}
