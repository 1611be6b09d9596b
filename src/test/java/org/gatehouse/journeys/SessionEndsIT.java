package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.TemporalUnitOffset;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends sessions that nobody logged out of: time, a new password, an administrator (ASVS 7.3.1, 7.3.2, 7.4). */
class SessionEndsIT {

    @RegisterExtension
    static final ChangedSettings MODE = RefreshMode.on();

    private static final Duration IDLE = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration MOMENT = Duration.ofMinutes(5);
    private static final TemporalUnitOffset ABOUT = within(2, ChronoUnit.MINUTES);

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private Visit visit;
    private Visit other;

    @BeforeEach
    void adaIsSignedInTwice() {
        visit = Visit.ofNew(ada, gatehouse);
        other = Visit.of(ada, gatehouse);
    }

    /** ASVS 7.3.1. */
    @Test
    void aSessionThatRestsTooLongIsOver() {
        visit.stored().passes(IDLE.plus(MOMENT));

        visit.isOver();
        other.isNotOver();
    }

    @Test
    void aSessionThatIsUsedInTimeMayRestAsLongAgain() {
        visit.stored().passes(IDLE.minus(MOMENT));

        var next = visit.goesOn();

        assertThat(next.stored().idleAt()).isCloseTo(Instant.now().plus(IDLE), ABOUT);
        next.stored().passes(IDLE.minus(MOMENT));
        next.goesOn().isNotOver();
    }

    /** ASVS 7.3.2. */
    @Test
    void aSessionEndsInAnyCaseHoweverOftenItIsUsed() {
        assertThat(visit.stored().expiresAt()).isCloseTo(Instant.now().plus(LONGEST), ABOUT);
        visit.stored().passes(Duration.ofDays(13));
        var second = visit.goesOn();
        second.stored().passes(Duration.ofDays(13));
        var third = second.goesOn();
        assertThat(third.stored().idleAt()).isEqualTo(third.stored().expiresAt())
                .isCloseTo(Instant.now().plus(Duration.ofDays(4)), ABOUT);

        third.stored().passes(Duration.ofDays(4).plus(MOMENT));

        third.isOver();
    }

    @Test
    void aShorterLimitHoldsForSessionsFromTheirNextUseOn() {
        visit.stored().endsIn(Duration.ofHours(1));

        assertThat(visit.goesOn().stored().idleAt()).isCloseTo(Instant.now().plus(Duration.ofHours(1)), ABOUT);
    }

    @Test
    void aSessionThatIsOverIsNotListedAndCannotBeUsedForAnything() {
        visit.stored().passes(LONGEST);

        assertThat(other.sessions().body()).doesNotContain(visit.stored().id());
        Expect.invalidToken(gatehouse.as(visit.jwt()).get("/api/auth/sessions"));
        Expect.invalidToken(gatehouse.logout(visit.jwt(), Map.of("scope", "all")));
    }

    /** Whether the timer has been there already makes no difference to anybody. */
    @Test
    void clearingAwayWhatIsOverIsHarmless() {
        var exchanged = other.goesOn();
        visit.stored().passes(LONGEST);
        visit.isOver();

        visit.stored().isGone();

        visit.isOver();
        exchanged.isNotOver();
        other.stored().exchangedItsTokens(Duration.ofMinutes(1));
        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, other.refresh());
        exchanged.isOver();
    }

    /** ASVS 7.4.3. */
    @Test
    void changingThePasswordEndsAllSessionsAndBeginsOne() {
        var changed = gatehouse.changePassword(visit.jwt(), ada.password(), Person.OTHER_PASSWORD);

        endedAllBut(Visit.of(changed, gatehouse));
    }

    @Test
    void resettingThePasswordEndsAllSessionsAndBeginsOne() {
        gatehouse.forgotPassword(ada.email());
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();

        endedAllBut(Visit.of(gatehouse.resetPassword(code, Person.OTHER_PASSWORD), gatehouse));
    }

    @Test
    void aPasswordThatAnAdministratorSetsEndsAllSessions() {
        Expect.status(200, Administrator.of(gatehouse).changes(ada, Map.of("password", Person.OTHER_PASSWORD)));

        visit.isOver();
        other.isOver();
        Visit.of(ada.withPassword(Person.OTHER_PASSWORD), gatehouse).isNotOver();
    }

    /** ASVS 7.4.2; and they do not come back with the account. */
    @Test
    void blockingEndsAllSessionsForGood() {
        var administrator = Administrator.of(gatehouse);

        Expect.status(200, administrator.changes(ada, Map.of("blocked", true)));

        for (var each : List.of(visit, other)) {
            Expect.unusableAccount(each.me());
            Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, each.refresh());
        }
        Expect.status(200, administrator.changes(ada, Map.of("blocked", false)));
        visit.isOver();
        other.isOver();
        Visit.of(ada, gatehouse).isNotOver();
    }

    /** As an operator does with SQL: then nobody has ended the sessions. */
    @Test
    void whoIsBlockedInTheDatabaseGetsNoMoreTokens() {
        gatehouse.block(ada.username());

        Expect.unusableAccount(visit.me());
        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());
    }

    /** ASVS 7.4.2. */
    @Test
    void deletingAnAccountEndsItsSessions() {
        var id = ada.idAt(gatehouse);

        Expect.status(200, Administrator.of(gatehouse).deletes(id));

        for (var each : List.of(visit, other)) {
            Expect.status(401, each.me());
            Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, each.refresh());
            assertThat(each.stored().isThere()).isFalse();
        }
    }

    @Test
    void otherChangesEndNoSession() {
        Expect.status(200, Administrator.of(gatehouse).changes(ada, Map.of("confirmed", true)));

        visit.goesOn().isNotOver();
        other.isNotOver();
    }

    private void endedAllBut(Visit last) {
        visit.isOver();
        other.isOver();
        last.goesOn().isNotOver();
        assertThat(last.sessions().json().getJsonArray("data")).hasSize(1);
    }
}
