package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * People stay signed in by refresh tokens of which each works once, and whoever copies one gains nothing for long (ASVS
 * 7.2.4, 9.2.1; RFC 9700, section 4.14.2).
 */
class SessionsIT {

    @RegisterExtension
    static final ChangedSettings MODE = RefreshMode.on();

    private static final int MANY = 100;
    private static final Duration LATER = Duration.ofSeconds(11);
    private static final Duration SAME_MOMENT = Duration.ofSeconds(8);

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private Visit visit;

    @BeforeEach
    void adaIsSignedIn() {
        visit = Visit.ofNew(ada, gatehouse);
    }

    @Test
    void eachRefreshTokenLeadsToTheNextPair() {
        var second = visit.goesOn();
        var third = second.goesOn();

        assertThat(List.of(visit.refreshToken(), second.refreshToken(), third.refreshToken())).doesNotHaveDuplicates();
        assertThat(third.stored()).isEqualTo(visit.stored());
        third.isNotOver();
        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());
    }

    /** Like a password it is a secret, of which only a hash is kept (ASVS 7.2.3 wants 128 bits of entropy at least). */
    @Test
    void aRefreshTokenIsLongAndRandomAndNotKept() {
        assertThat(visit.refreshToken()).matches("[\\w-]{43}");
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_refresh_token where hash = ?",
                Codes.sha256(visit.refreshToken()))).isOne();
    }

    /** Nobody can tell the thief from the owner, so neither of them stays. */
    @Test
    void aTokenThatComesBackLaterThanTenSecondsAfterItsExchangeEndsTheSessionForBoth() {
        var owner = visit.goesOn();
        visit.stored().exchangedItsTokens(LATER);

        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());

        owner.isOver();
        visit.isOver();
        assertThat(visit.stored().isThere()).isFalse();
    }

    @Test
    void soDoesOneThatIsOlderStill() {
        var owner = visit.goesOn().goesOn().goesOn();
        visit.stored().exchangedItsTokens(LATER);

        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());

        owner.isOver();
    }

    @Test
    void aStolenTokenCostsNoOtherSession() {
        var other = Visit.of(ada, gatehouse);
        var bob = Visit.ofNew(Person.anybody(), gatehouse);
        visit.goesOn();
        visit.stored().exchangedItsTokens(LATER);

        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());

        other.goesOn().isNotOver();
        bob.goesOn().isNotOver();
    }

    /** Two tabs that wake up together are no thieves. */
    @Test
    void aTokenThatComesBackWithinTheSameMomentJustFails() {
        var next = visit.goesOn();
        visit.stored().exchangedItsTokens(SAME_MOMENT);

        Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, visit.refresh());

        next.isNotOver();
        next.goesOn().isNotOver();
    }

    /** ASVS 15.4.2. */
    @Test
    void ofAHundredEqualRefreshesAtOnceOneSucceedsAndItsTokensGoOnWorking() {
        var answers = Crowd.of(MANY, number -> visit.refresh());

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(401, answers)).hasSize(MANY - 1)
                .allSatisfy(answer -> Expect.refusal(401, Visit.INVALID_REFRESH_TOKEN, answer));
        var winner = Visit.of(Crowd.with(200, answers).get(0), gatehouse);
        winner.isNotOver();
        winner.goesOn().isNotOver();
    }

    /** Both touch the same rows; neither may break the other, and whoever has logged out stays out. */
    @Test
    void whoRefreshesWhileLoggingOutIsLoggedOut() {
        for (var round = 0; round < 20; round++) {
            var other = Visit.of(ada, gatehouse);

            var answers = Crowd.of(2, number -> number == 0 ? other.refresh()
                    : gatehouse.logout(visit.jwt(), Map.of("refreshToken", other.refreshToken())));

            assertThat(answers.get(0).status()).as(answers.get(0).body()).isIn(200, 401);
            assertThat(answers.get(1).status()).as(answers.get(1).body()).isEqualTo(200);
            Expect.invalidToken(other.me());
            assertOver(answers.get(0));
        }
    }

    @Test
    void severalSessionsOfOneAccountLiveSideBySide() {
        var other = Visit.of(ada, gatehouse);

        assertThat(other.stored()).isNotEqualTo(visit.stored());
        visit.goesOn().isNotOver();
        other.goesOn().isNotOver();
    }

    private void assertOver(Answer refresh) {
        if (refresh.status() == 200) {
            Visit.of(refresh, gatehouse).isOver();
        }
    }
}
