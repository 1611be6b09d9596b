package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The time of an answer does not tell who has an account. Needs a quiet machine, and so is run on demand. With 250
 * pairs, chance alone moves the measured share by 0.03 (one standard deviation).
 */
@Tag("timing")
class TimingIT {

    private static final Logger LOG = System.getLogger(TimingIT.class.getName());
    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final int WARM_UP = 100;
    private static final int PAIRS = 250;

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final String known = "t" + UUID.randomUUID().toString().substring(0, 13);
    private final String unknown = "t" + UUID.randomUUID().toString().substring(0, 13);

    @Test
    void loginTakesAsLongForUnknownUsersAsForKnownOnes() {
        gatehouse.register(known, known + "@example.org", PASSWORD);
        judge(Samples.ofPairs(WARM_UP, PAIRS,
                () -> gatehouse.login(known, "wrong-password"), () -> gatehouse.login(unknown, "wrong-password")));
    }

    @Test
    void loginTakesAsLongForBlockedUsersAsForUnknownOnes() {
        gatehouse.register(known, known + "@example.org", PASSWORD);
        gatehouse.block(known);
        judge(Samples.ofPairs(WARM_UP, PAIRS,
                () -> gatehouse.login(known, "wrong-password"), () -> gatehouse.login(unknown, "wrong-password")));
    }

    @Test
    void forgotPasswordTakesAsLongForUnknownAddressesAsForKnownOnes() {
        gatehouse.register(known, known + "@example.org", PASSWORD);
        judge(Samples.ofPairs(WARM_UP, PAIRS,
                () -> gatehouse.forgotPassword(known + "@example.org"),
                () -> gatehouse.forgotPassword(unknown + "@example.org")));
    }

    private static void judge(Samples samples) {
        LOG.log(Level.INFO, samples::toString);
        assertThat(samples.chanceOfLonger()).as("%s", samples).isBetween(0.38, 0.62);
    }
}
