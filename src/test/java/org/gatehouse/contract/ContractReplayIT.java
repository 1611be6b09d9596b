package org.gatehouse.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.contract.rule.RecordedPasswordRule;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.WarWithJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Sends every recorded request to the deployed WAR, in the recorded order; each case is a test of its own. */
@Tag("postgresql")
class ContractReplayIT {

    private static final Map<String, String> SIX_CHARACTERS = Map.of("gatehouse.password.policy", "contract");

    private final Differences differences = new Differences();
    private Gatehouse gatehouse;

    @TestFactory
    Stream<DynamicNode> asPackaged() {
        gatehouse = Gatehouse.start(SIX_CHARACTERS);
        return phases(Recording.PHASES_AS_PACKAGED);
    }

    @TestFactory
    Stream<DynamicNode> withThePasswordRuleOfAnOperator() {
        gatehouse = Gatehouse.start(WarWithJar.named("password-rule").type(RecordedPasswordRule.class).write(), SIX_CHARACTERS);
        return phases(Recording.PHASES_WITH_PASSWORD_RULE);
    }

    @TestFactory
    Stream<DynamicNode> behindAProxyWithARateLimit() {
        gatehouse = Gatehouse.start(Map.of("gatehouse.proxies", "127.0.0.1",
                "gatehouse.ratelimit.enabled", "true", "gatehouse.ratelimit.max", "2"));
        return phases(Recording.PHASES_BEHIND_A_PROXY);
    }

    @TestFactory
    Stream<DynamicNode> withSessions() {
        gatehouse = Gatehouse.start(SIX_CHARACTERS);
        return phases(Recording.PHASES_WITH_SESSIONS);
    }

    @TestFactory
    Stream<DynamicNode> withProviders() {
        gatehouse = Gatehouse.start(Upstream.running().properties());
        return phases(Recording.PHASES_WITH_PROVIDERS);
    }

    @AfterEach
    void close() {
        gatehouse.close();
    }

    private Stream<DynamicNode> phases(List<List<String>> phases) {
        return phases.stream().flatMap(groups -> {
            Phase phase = new Phase(gatehouse);
            DynamicNode end = dynamicTest("no mail is left over after " + groups, phase::end);
            return Stream.concat(groups.stream().map(group -> group(group, phase)), Stream.of(end));
        });
    }

    private DynamicNode group(String name, Phase phase) {
        return dynamicContainer(name, Recording.group(name).stream().map(differences::expected)
                .map(expected -> dynamicTest(expected.toString(), () -> phase.replay(expected))));
    }
}
