package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever logs out is out at once, with the access token too; people see their sessions and end any of them, but nobody
 * else's (ASVS 7.4.1, 7.5.2).
 */
class LogoutIT {

    @RegisterExtension
    static final ChangedSettings MODE = RefreshMode.on();

    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private Visit visit;
    private Visit other;

    @BeforeEach
    void adaIsSignedInTwice() {
        visit = Visit.ofNew(ada, gatehouse);
        other = Visit.on("tablet", ada, gatehouse);
    }

    @Test
    void loggingOutEndsTheSessionInUseAndNoOther() {
        visit.logsOut();

        visit.isOver();
        other.goesOn().isNotOver();
    }

    @Test
    void loggingOutOfADeviceEndsItsSessions() {
        var again = Visit.on("tablet", ada, gatehouse);
        var phone = Visit.on("phone", ada, gatehouse);

        visit.logsOut(Map.of("deviceId", "tablet"));

        other.isOver();
        again.isOver();
        phone.isNotOver();
        visit.isNotOver();
    }

    @Test
    void loggingOutEverywhereEndsAllSessionsAndNobodyElses() {
        var bob = Visit.ofNew(Person.anybody(), gatehouse);

        visit.logsOut(Map.of("scope", "all"));

        visit.isOver();
        other.isOver();
        bob.isNotOver();
    }

    @Test
    void loggingOutByRefreshTokenEndsItsSession() {
        visit.logsOut(Map.of("refreshToken", other.refreshToken()));

        other.isOver();
        visit.isNotOver();
    }

    @Test
    void aRefreshTokenThatWasExchangedStillTellsWhichSessionToEnd() {
        var next = other.goesOn();

        visit.logsOut(Map.of("refreshToken", other.refreshToken()));

        next.isOver();
    }

    /** After it people believe they are logged out (ASVS 7.4.1). */
    @Test
    void aRefreshTokenOfASessionThatIsOverDoesNotKeepTheSessionInUseFromEnding() {
        other.logsOut();

        visit.logsOut(Map.of("refreshToken", other.refreshToken()));

        visit.isOver();
    }

    @Test
    void whoIsLoggedOutCanLogInAgain() {
        visit.logsOut(Map.of("scope", "all"));

        Visit.of(ada, gatehouse).goesOn().isNotOver();
    }

    @Test
    void loggingOutTakesALogin() {
        Expect.forbidden(gatehouse.post("/api/auth/logout", Map.of("scope", "all")));
        Expect.forbidden(gatehouse.post("/api/auth/logout", Map.of("refreshToken", visit.refreshToken())));

        visit.isNotOver();
    }

    @Test
    void theListShowsTheSessionInUseFirstAndThenTheLastUsed() {
        var firefox = Visit.of(gatehouse.anonymous().with("User-Agent", FIREFOX).post("/api/auth/local",
                Map.of("identifier", ada.username(), "password", ada.password())), gatehouse);
        other.goesOn();

        var sessions = list(visit);

        assertThat(sessions).extracting(session -> session.getString("id")).containsExactly(visit.stored().id(),
                other.stored().id(), firefox.stored().id());
        assertThat(sessions).extracting(session -> session.getBoolean("current")).containsExactly(true, false, false);
        assertThat(sessions.get(1).getString("deviceId")).isEqualTo("tablet");
        assertThat(sessions.get(2).getString("deviceName")).isEqualTo("Firefox on Windows");
    }

    @Test
    void theListHoldsNoSecret() {
        assertThat(list(visit)).allSatisfy(session -> assertThat(session).containsKeys("id", "deviceId", "current",
                "loginAt", "lastActiveAt").hasSize(5));
        assertThat(visit.sessions().body()).doesNotContain(visit.refreshToken(), Codes.sha256(visit.refreshToken()));
    }

    @Test
    void peopleEndOneOfTheirSessions() {
        Expect.status(200, visit.ends(other.stored().id()));

        other.isOver();
        visit.isNotOver();
        assertThat(list(visit)).hasSize(1);
        notFound(visit.ends(other.stored().id()));
    }

    @Test
    void peopleEndTheSessionInUse() {
        Expect.status(200, visit.ends(visit.stored().id()));

        visit.isOver();
    }

    /** That there is such a session is not told either (ASVS 8.2.2). */
    @Test
    void sessionsOfAnotherUserCannotBeEnded() {
        var bob = Visit.on("tablet", Person.anybody().joinedAt(gatehouse), gatehouse);

        notFound(bob.ends(visit.stored().id()));
        bob.logsOut(Map.of("refreshToken", visit.refreshToken()));
        bob = Visit.ofNew(Person.anybody(), gatehouse);
        bob.logsOut(Map.of("deviceId", "tablet"));
        bob.logsOut(Map.of("scope", "all"));

        visit.isNotOver();
        other.goesOn().isNotOver();
    }

    @Test
    void sessionsOfAnotherUserAreNotListed() {
        var bob = Visit.ofNew(Person.anybody(), gatehouse);

        assertThat(list(bob)).extracting(session -> session.getString("id")).containsExactly(bob.stored().id());
    }

    private static List<JsonObject> list(Visit visit) {
        return visit.sessions().json().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private static void notFound(Answer answer) {
        Expect.refusal(404, "Session not found", answer);
    }
}
