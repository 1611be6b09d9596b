package org.gatehouse.bench;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param hashBefore what the hash alone allows, measured before {@code login}
 * @param hashAfter  the same after it: the difference is what the machine is unsteady by
 * @param memoryAfterLoad MiB that Gatehouse occupies after everything
 */
record Figures(ServerFigures empty, ServerFigures gatehouse, Run live, Run me, Run connect, HashRate hashBefore,
        Run login, HashRate hashAfter, Run register, Flood flood, long memoryAfterLoad) {

    List<Run> runs() {
        return List.of(live, me, connect, login, register);
    }

    double hashesPerSecond() {
        return (hashBefore.perSecond() + hashAfter.perSecond()) / 2;
    }

    /** The part of the machine's hashes that become logins. */
    double loginShare() {
        return login.load().perSecond() / hashesPerSecond();
    }

    double startRatio() {
        return (double) gatehouse.start().toMillis() / empty.start().toMillis();
    }

    double memoryRatio() {
        return (double) memoryAfterLoad / empty.memory();
    }
}
