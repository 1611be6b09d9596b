package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever is signed in says through which providers they log in besides. */
class IdentityLinkingIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();
    private static final String IDENTITIES = "/api/auth/identities";

    @RegisterExtension
    static final ChangedSettings ACME = ChangedSettings.forAll(both());

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private final Traveller atAcme = Acme.anybody(PROVIDER);

    private static Map<String, String> both() {
        var settings = new HashMap<>(Acme.settings(PROVIDER));
        settings.putAll(Acme.settings(PROVIDER, "partner"));
        return settings;
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void aLinkedIdentityLogsIntoTheSameAccount() {
        var jwt = ada.joins(gatehouse);

        var linked = Expect.status(200, atAcme.links(jwt)).json();

        assertThat(linked.getString("provider")).isEqualTo("acme");
        assertThat(linked.getString("label")).isEqualTo(atAcme.user().username());
        var login = Expect.status(200, atAcme.elsewhere().logsIn());
        assertThat(login.json().getJsonObject("user").getString("username")).isEqualTo(ada.username());
        assertThat(login.json().getJsonObject("user").getString("provider")).isEqualTo("local");
        assertThat(identities(jwt)).hasSize(1);
    }

    @Test
    void anIdentityBelongsToOneAccount() {
        atAcme.logsIn();

        Expect.refusal(400, "This identity belongs to another account", atAcme.elsewhere().links(ada.joins(gatehouse)));
    }

    @Test
    void linkingAgainChangesNothing() {
        var jwt = ada.joins(gatehouse);
        atAcme.links(jwt);

        Expect.status(200, atAcme.elsewhere().links(jwt));

        assertThat(identities(jwt)).hasSize(1);
    }

    @Test
    void whatIsUnlinkedNoLongerLogsIn() {
        var jwt = ada.joins(gatehouse);
        var id = atAcme.links(jwt).json().getInt("id");

        Expect.status(200, gatehouse.as(jwt).delete(IDENTITIES + "/" + id));

        assertThat(identities(jwt)).isEmpty();
        var login = Expect.status(200, atAcme.elsewhere().logsIn());
        assertThat(login.json().getJsonObject("user").getString("username")).isNotEqualTo(ada.username());
    }

    /** Somebody may have opened an account with another's address, and have left a way in. */
    @Test
    void whoProvesTheAddressByAResetTakesTheAccountFromWhoeverOpenedIt() {
        atAcme.links(ada.joins(gatehouse));

        gatehouse.forgotPassword(ada.email());
        var reset = Expect.status(200, gatehouse.resetPassword(
                gatehouse.inbox().awaitMailTo(ada.email()).code(), Person.OTHER_PASSWORD));

        assertThat(identities(reset.jwt())).isEmpty();
        var login = Expect.status(200, atAcme.elsewhere().logsIn());
        assertThat(login.json().getJsonObject("user").getString("username")).isNotEqualTo(ada.username());
    }

    /** A placeholder is nobody's address, so it does not matter how many accounts have it. */
    @Test
    void whoComesAgainWithoutAddressAfterUnlinkingHindersNobody() {
        var nameless = new Traveller(gatehouse, PROVIDER, "acme",
                ProviderUser.anybody().without("email").without("email_verified"));
        var jwt = nameless.logsIn().jwt();
        Expect.status(200, new Traveller(gatehouse, PROVIDER, "partner").links(jwt));
        Expect.status(200, gatehouse.as(jwt).delete(IDENTITIES + "/" + identities(jwt).get(0).getInt("id")));
        Expect.status(200, nameless.elsewhere().logsIn());

        settings.set("gatehouse.advanced.unique-email", "false");
        settings.set("gatehouse.advanced.unique-email", "true");

        Expect.status(200, Person.anybody().registerAt(gatehouse));
    }

    @Test
    void theLastWayToLogInStays() {
        var jwt = atAcme.logsIn().jwt();
        var id = identities(jwt).get(0).getInt("id");

        Expect.refusal(400, "This is the last way to log in and cannot be removed",
                gatehouse.as(jwt).delete(IDENTITIES + "/" + id));
        assertThat(identities(jwt)).hasSize(1);
    }

    @Test
    void aPasswordThatOpensNothingIsNoWay() {
        var jwt = ada.joins(gatehouse);
        var id = atAcme.links(jwt).json().getInt("id");
        settings.set("gatehouse.provider.email.enabled", "false");

        assertThat(gatehouse.as(jwt).delete(IDENTITIES + "/" + id).status()).isEqualTo(400);
    }

    @Test
    void whoCameFromOneProviderMayKeepAnotherInstead() {
        var jwt = atAcme.logsIn().jwt();
        var first = identities(jwt).get(0).getInt("id");
        var atPartner = new Traveller(gatehouse, PROVIDER, "partner");
        Expect.status(200, atPartner.links(jwt));

        Expect.status(200, gatehouse.as(jwt).delete(IDENTITIES + "/" + first));

        var user = Expect.status(200, atPartner.elsewhere().logsIn()).json().getJsonObject("user");
        assertThat(user.getString("provider")).isEqualTo("partner");
        Expect.refusal(400, "Email is already taken.", atAcme.elsewhere().logsIn());
    }

    @Test
    void ofTwoWaysOneStaysThoughBothAreRemovedAtOnce() {
        var jwt = atAcme.logsIn().jwt();
        new Traveller(gatehouse, PROVIDER, "partner").links(jwt);
        var ids = identities(jwt).stream().map(identity -> identity.getInt("id")).toList();

        var answers = Crowd.of(2, number -> gatehouse.as(jwt).delete(IDENTITIES + "/" + ids.get(number)));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(identities(jwt)).hasSize(1);
    }

    @Test
    void nobodySeesOrRemovesTheIdentitiesOfOthers() {
        var theirs = identities(atAcme.logsIn().jwt()).get(0).getInt("id");
        var jwt = ada.joins(gatehouse);

        assertThat(identities(jwt)).isEmpty();
        for (var id : List.of(theirs, "0", "x", "99999999999999999999")) {
            Expect.refusal(404, "Identity not found", gatehouse.as(jwt).delete(IDENTITIES + "/" + id));
        }
        Expect.forbidden(gatehouse.get(IDENTITIES));
        Expect.forbidden(gatehouse.anonymous().delete(IDENTITIES + "/" + theirs));
        Expect.forbidden(gatehouse.post(IDENTITIES + "/acme", Map.of("access_token", atAcme.elsewhere().ticket())));
    }

    @Test
    void whoeverHasSeveralWaysIsRemindedOfAllOfThem() {
        var jwt = atAcme.logsIn().jwt();
        new Traveller(gatehouse, PROVIDER, "partner").links(jwt);

        gatehouse.forgotPassword(atAcme.user().email());

        assertThat(gatehouse.inbox().awaitMailTo(atAcme.user().email()).text()).contains("acme, partner");
    }

    private List<JsonObject> identities(String jwt) {
        return Expect.status(200, gatehouse.as(jwt).get(IDENTITIES)).json().getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }
}
