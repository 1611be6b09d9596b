package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Gatehouse;

/** Cases that build on each other, from the moment when nobody has registered yet. */
final class Phase {

    private final Gatehouse gatehouse;
    private Replay replay;

    Phase(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    void replay(RecordedCase expected) {
        assertThat(begun().deviations(expected)).as(expected.toString()).isEmpty();
    }

    void end() {
        assertThat(begun().end()).isEmpty();
    }

    private Replay begun() {
        if (replay == null) {
            replay = new Replay(new Stage(gatehouse), Givens.all());
        }
        return replay;
    }
}
