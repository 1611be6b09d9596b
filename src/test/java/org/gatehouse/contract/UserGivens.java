package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** What the cases start from in which somebody looks at users and administers them. */
final class UserGivens {

    private static final String PASSWORD = "secret123";

    private UserGivens() {
    }

    static Givens table() {
        return new Givens()
                .before("A293", stage -> {
                    sixPeople(stage.people());
                    stage.knows("wendy", PASSWORD);
                    stage.signIn("alice", PASSWORD);
                })
                .before("A339", stage -> stage.authenticatedRole().may("user.find", "user.count", "user.findOne"))
                .before("A385", stage -> stage.authenticatedRole().may("role.find"))
                .before("A409", stage -> stage.authenticatedRole().may("user.create"))
                .after("A431", stage -> assertThat(stage.people().codes()).isZero())
                .before("A469", stage -> {
                    stage.people().registered("dora2", "dora@peer.test").confirmed("dora2", false);
                    stage.knows("dora2", PASSWORD);
                    stage.authenticatedRole().may("user.destroy");
                })
                .after("A472", stage -> stage.authenticatedRole().mayNot("user.find", "user.count", "user.findOne",
                        "role.find", "user.create", "user.destroy"));
    }

    /** In the order of their recorded numbers. */
    private static void sixPeople(People people) {
        people.registered("alice", "alice@peer.test").registered("Bob", "bob@peer.test")
                .cameFrom("github", "ghonly", "ghonly@peer.test")
                .registered("blocked1", "user1@peer.test").confirmed("blocked1", false).blocked("blocked1")
                .registered("amelie", "user3@peer.test").registered("wendy", "user7@peer.test");
    }
}
