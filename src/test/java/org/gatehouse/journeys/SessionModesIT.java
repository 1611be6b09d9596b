package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an operator goes from one way of staying signed in to the other, and what several nodes have in common. */
@Tag("once")
class SessionModesIT {

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    /** It would live for a month without a session that could be ended. */
    @Test
    void aTokenThatStandsAloneIsWorthNothingWhereThereAreSessions() {
        var token = ada.joins(gatehouse);
        Expect.status(200, gatehouse.me(token));

        sessionsAreOn();

        Expect.invalidToken(gatehouse.me(token));
        Visit.of(ada, gatehouse).goesOn().isNotOver();
    }

    /** There its session could not be ended: logout answers that there is no such thing. */
    @Test
    void aTokenOfASessionIsWorthNothingWhereTokensStandAlone() {
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);

        sessionsAreOff();

        Expect.invalidToken(visit.me());
        Expect.status(200, gatehouse.me(ada.loginAt(gatehouse).jwt()));
    }

    @Test
    void whereTokensStandAloneThereIsNothingToRefreshAndNothingToEnd() {
        var answer = Expect.status(200, ada.registerAt(gatehouse));

        assertThat(answer.json()).doesNotContainKey("refreshToken");
        Expect.refusal(404, "Not Found", gatehouse.refresh("anything"));
        Expect.refusal(404, "Not Found", gatehouse.logout(answer.jwt(), Map.of("scope", "all")));
        Expect.refusal(404, "Not Found", gatehouse.as(answer.jwt()).get("/api/auth/sessions"));
        Expect.refusal(404, "Not Found", gatehouse.as(answer.jwt()).delete("/api/auth/sessions/1"));
    }

    @Test
    void aRefreshTokenWaitsForTheModeItIsOf() {
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);
        sessionsAreOff();
        Expect.refusal(404, "Not Found", visit.refresh());

        sessionsAreOn();

        visit.goesOn().isNotOver();
    }

    /** The password is changed meanwhile where no sessions are: they end all the same. */
    @Test
    void whatEndsSessionsEndsThemInEitherMode() {
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);
        sessionsAreOff();
        Expect.status(200, gatehouse.changePassword(ada.loginAt(gatehouse).jwt(), ada.password(),
                Person.OTHER_PASSWORD));

        sessionsAreOn();

        visit.isOver();
    }

    @Test
    void aSessionFromHereGoesOnThereAndEndsForBoth() {
        var there = Nodes.proxied();
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);

        var next = visit.at(there).goesOn();

        next.isNotOver();
        next.at(gatehouse).isNotOver();
        var last = next.at(gatehouse).goesOn();
        last.at(there).logsOut();
        last.isOver();
        last.at(there).isOver();
    }

    @Test
    void aTokenThatComesBackIsNoticedByWhicheverNodeSeesIt() {
        var there = Nodes.proxied();
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);
        var next = visit.goesOn();
        visit.stored().exchangedItsTokens(Duration.ofMinutes(1));

        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.at(there).refresh());

        next.isOver();
        next.at(there).isOver();
    }

    @Test
    void ofManyEqualRefreshesOnTwoNodesOneSucceeds() {
        var there = Nodes.proxied();
        sessionsAreOn();
        var visit = Visit.ofNew(ada, gatehouse);

        var answers = Crowd.of(20, number -> visit.at(number % 2 == 0 ? gatehouse : there).refresh());

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(401, answers)).hasSize(19);
        Visit.of(Crowd.with(200, answers).get(0), there).goesOn().isNotOver();
    }

    private void sessionsAreOn() {
        settings.set(RefreshMode.MANAGEMENT, "refresh");
    }

    private void sessionsAreOff() {
        settings.set(RefreshMode.MANAGEMENT, "legacy-support");
    }
}
