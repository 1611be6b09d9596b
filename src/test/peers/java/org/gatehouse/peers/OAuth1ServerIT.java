package org.gatehouse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An OAuth 1.0a server that somebody else wrote: it takes our signatures, and does not take them twice. */
class OAuth1ServerIT {

    private static final String NAME = "signed";

    private static OAuth1Server server;

    private final Visitor visitor = new Visitor(NAME);
    private final String person = "p" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        server = OAuth1Server.start();
        Visitor.declare(NAME, server.settings(NAME));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void whoConsentsThereIsSignedInHere() {
        server.signsIn(person);
        var me = visitor.isSignedIn(visitor.connects());
        assertThat(me.getString("username")).isEqualTo(person);
        assertThat(me.getString("provider")).isEqualTo(NAME);
    }

    @Test
    void whoComesBackIsTheSameUser() {
        server.signsIn(person);
        var first = visitor.isSignedIn(visitor.connects());
        assertThat(visitor.isSignedIn(visitor.connects()).get("id")).isEqualTo(first.get("id"));
    }
}
