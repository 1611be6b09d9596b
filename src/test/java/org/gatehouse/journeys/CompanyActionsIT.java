package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people may do in the company's own application, granted here and asked for there. The setting registers one
 * action, a bean of the company's two more.
 */
@Tag("once")
class CompanyActionsIT {

    private static final String CHECK = "/api/users-permissions/permissions/check";
    private static final String FIND = "api::order.order.find";
    private static final String REFUND = "api::order.order.refund";
    private static final String UNKNOWN =
            "action must name an action that is registered, such as api::order.order.find";

    private final Neighbourhood neighbourhood = Neighbourhood.shared();
    private final Gatehouse gatehouse = neighbourhood.gatehouse();
    private final Person ada = Person.anybody();

    @Test
    void theyStandInThePermissionTreeBesideOurOwn() {
        var administrator = Administrator.of(gatehouse);

        var tree = administrator.get("/api/users-permissions/permissions").json().getJsonObject("permissions");

        assertThat(tree.keySet()).containsExactly("api::order", "plugin::users-permissions");
        assertThat(tree.getJsonObject("api::order").getJsonObject("controllers").getJsonObject("order").keySet())
                .containsExactly("create", "find", "refund");
    }

    @Test
    void aRoleThatAllowsOneOpensItInTheShop() {
        var token = ada.joins(gatehouse);
        assertThat(neighbourhood.shop(token, "orders").status()).isEqualTo(403);
        var administrator = Administrator.of(gatehouse);
        var type = Roles.create(gatehouse);
        Roles.give(gatehouse, ada, type);

        Expect.status(200, administrator.changesRole(idOf(type), Map.of("permissions", tree("find", true))));
        Expect.status(200, neighbourhood.shop(token, "orders"));

        Expect.status(200, administrator.changesRole(idOf(type), Map.of("permissions", tree("find", false))));
        assertThat(neighbourhood.shop(token, "orders").status()).as("at once").isEqualTo(403);
        assertThat(neighbourhood.shop(null, "orders").status()).isEqualTo(401);
    }

    @Test
    void oneThatNobodyRegisteredCannotBeGranted() {
        Expect.refusal(400, "There is no action api::order.order.burn", Administrator.of(gatehouse).createsRole(
                Map.of("name", "Arsonists", "permissions", tree("burn", true))));
    }

    @Test
    void theTokenCarriesThoseThatTheRoleAllowsAndTheShopBelievesIt() throws ParseException {
        var before = ada.joins(gatehouse);
        var type = Roles.create(gatehouse, "user.me");
        gatehouse.grant(type, REFUND);
        gatehouse.grant(type, "api::order.order.gone"); // granted once, and not registered any more
        Roles.give(gatehouse, ada, type);

        var token = Expect.status(200, ada.loginAt(gatehouse)).jwt();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("groups"))
                .containsExactlyInAnyOrder(type, REFUND);
        Expect.status(200, neighbourhood.shop(token, "refunds"));
        assertThat(neighbourhood.shop(before, "refunds").status()).isEqualTo(403);
    }

    @Test
    void whoeverAsksIsToldByBeingLetThroughOrRefused() {
        var token = ada.joins(gatehouse);
        Expect.forbidden(check(token, FIND));
        Expect.status(200, check(token, "plugin::users-permissions.user.me"));
        Expect.forbidden(check(token, "plugin::users-permissions.user.find"));

        var type = Roles.create(gatehouse);
        gatehouse.grant(type, FIND);
        Roles.give(gatehouse, ada, type);

        var answer = Expect.status(200, check(token, FIND));
        assertThat(answer.body()).isEqualTo("{\"allowed\":true}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        Expect.forbidden(check(token, REFUND));
        Roles.take(gatehouse, ada);
        Expect.invalidToken(check(token, FIND));
    }

    @Test
    void whoeverIsNotSignedInMayWhatThePublicMay() {
        Expect.forbidden(gatehouse.get(CHECK + "?action=" + FIND));
        Expect.status(200, gatehouse.get(CHECK + "?action=plugin::users-permissions.auth.callback"));
    }

    @Test
    void aTokenThatHasEndedIsToldSoWhateverItAsks() {
        var token = ada.joins(gatehouse);
        gatehouse.block(ada.username());

        Expect.unusableAccount(check(token, FIND));
        Expect.invalidToken(check("rubbish", FIND));
        Expect.invalidToken(check("rubbish", ""));
    }

    /** So that a misspelt name is found, and one that was taken away closes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "api::order.order.burn", "find", "user.me", "api::order.order.find%00", "api::order.order.FIND",
            "api::order.order.find&action=plugin::users-permissions.user.me", "*", "api::order.order.", "..", "%2e"})
    void anActionThatNobodyRegisteredIsAMistake(String action) {
        var answer = check(ada.joins(gatehouse), action);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        if (!action.contains("%00")) {
            Expect.refusal(400, UNKNOWN, answer);
        }
    }

    @Test
    void anActionThatWasGrantedOnceAndIsNotRegisteredAnyMoreIsClosed() {
        var type = Roles.create(gatehouse);
        gatehouse.grant(type, "api::order.order.gone");
        var token = ada.joins(gatehouse);
        Roles.give(gatehouse, ada, type);

        Expect.refusal(400, UNKNOWN, check(token, "api::order.order.gone"));
    }

    private Answer check(String token, String action) {
        return gatehouse.as(token).get(CHECK + "?action=" + action);
    }

    private long idOf(String type) {
        return gatehouse.database().queryForLong("select id from gatehouse_role where type = ?", type);
    }

    private static Map<String, ?> tree(String action, boolean enabled) {
        return Map.of("api::order", Map.of("controllers", Map.of("order", Map.of(action, Map.of("enabled", enabled)))));
    }
}
