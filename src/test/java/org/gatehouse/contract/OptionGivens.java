package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** What the cases start from that were recorded with options of the operator's own. */
final class OptionGivens {

    private static final String EXPIRES_IN = "gatehouse.jwt.expires-in";

    private OptionGivens() {
    }

    static Givens table() {
        return new Givens()
                .during("E1", "E4", "gatehouse.register.allowed-fields", "confirmed,nickname,role")
                .during("E1", "E4", EXPIRES_IN, "PT2S")
                .after("E4", stage -> assertThat(stage.people().roleOf("opt4")).isEqualTo("authenticated"))
                .before("E8", stage -> {
                    stage.people().registered("vpu", "user1@peer.test", "secret1");
                    stage.signIn("vpu", "secret1");
                })
                .during("E10", "E12", EXPIRES_IN, "PT2S")
                .before("E10", stage -> stage.people().registered("vpu", "user1@peer.test", "secret1"))
                .before("E11", stage -> stage.signIn("vpu", "secret1"))
                .before("E12", Stage::awaitEndOfToken)
                .during("E13", "E16", EXPIRES_IN, "PT1H")
                .before("E14", stage -> stage.signIn("hs1", "secret1"))
                .after("E14", stage -> stage.signIn("hs1", "secret1")) // for E15, where it is of another audience
                .during("E15", "E15", "gatehouse.jwt.audience", "somebody else")
                .before("E16", stage -> {
                    stage.signIn("hs1", "secret1");
                    stage.forgeToken();
                });
    }
}
