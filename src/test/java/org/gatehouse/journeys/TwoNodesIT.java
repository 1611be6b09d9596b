package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that share a database are one Gatehouse: any of them may answer, and none needs to know the others. */
class TwoNodesIT {

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse here = Gatehouse.shared();
    private final Gatehouse there = Nodes.proxied();
    private final Person ada = Person.anybody();

    @Test
    void whoeverRegistersHereIsKnownThere() {
        var token = ada.joins(here);

        assertThat(Expect.status(200, there.me(token)).json()).isEqualTo(here.me(token).json());
        Expect.status(200, here.me(Expect.status(200, ada.loginAt(there)).jwt()));
    }

    @Test
    void whatIsChangedHereActsThereWithTheNextRequest() {
        var token = ada.joins(here);
        var role = Roles.create(here, "user.me");
        Roles.give(here, ada, role);
        Expect.status(200, there.me(token));

        here.revoke(role, Roles.ACTION + "user.me");
        Expect.forbidden(there.me(token));
        here.grant(role, Roles.ACTION + "user.me");
        Expect.status(200, there.me(token));
        Roles.give(here, ada, "authenticated");
        var changed = Expect.status(200, here.changePassword(token, ada.password(), Person.OTHER_PASSWORD)).jwt();
        Expect.invalidToken(there.me(token));
        Expect.status(200, there.me(changed));
        here.block(ada.username());
        Expect.unusableAccount(there.me(changed));
    }

    @Test
    void aSettingThatIsChangedHereIsSeenThere() {
        settings.set("gatehouse.advanced.allow-register", "false"); // waits for both nodes, a few seconds at most

        Expect.refusal(400, "Register action is currently disabled", ada.registerAt(there));
    }

    @Test
    void aCodeFromHereWorksThereAndOnlyOnce() {
        ada.joins(here);
        here.forgotPassword(ada.email());
        var code = here.inbox().awaitMailTo(ada.email()).code();

        var answers = Crowd.of(8, number -> (number % 2 == 0 ? here : there)
                .resetPassword(code, Person.OTHER_PASSWORD));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(7);
    }

    /** Both nodes look for waiting mail every few seconds; the one that takes it has it alone. */
    @Test
    void aMailIsSentOnceWhoeverSendsIt() {
        var many = 30;
        here.inbox().stop();
        for (var i = 0; i < many; i++) {
            Person.named(ada.username() + i).withEmail(i + ada.email()).joins(here);
            here.forgotPassword(i + ada.email());
        }
        here.inbox().start();
        here.database().update("update gatehouse_outbox_message set next_attempt_at = created_at");

        Await.until("the outbox to be empty", Duration.ofSeconds(20), () ->
                here.database().queryForLong("select count(*) from gatehouse_outbox_message") == 0);

        for (var i = 0; i < many; i++) {
            assertThat(here.inbox().mailsTo(i + ada.email())).hasSize(1);
        }
    }
}
