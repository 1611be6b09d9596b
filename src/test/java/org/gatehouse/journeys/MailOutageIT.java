package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.PayaraMicro;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the mail server is away, people get their answers as always and their mails later; none is lost (ASVS 16.5.2). */
@Tag("once")
class MailOutageIT {

    private static final String CONFIRMATION = "gatehouse.advanced.email-confirmation";

    private final Gatehouse gatehouse = Fragile.server();
    private final Person ada = Person.anybody();
    private boolean isDown;

    @BeforeEach
    void adaIsKnown() {
        ada.joins(gatehouse);
    }

    @AfterEach
    void theMailServerIsBack() {
        if (isDown) {
            theMailServerReturns();
        }
    }

    @Test
    void forgotPasswordAnswersAsAlwaysAndTheMailArrivesLater() {
        theMailServerGoesDown();

        assertThat(Expect.status(200, gatehouse.forgotPassword(ada.email())).body()).isEqualTo("{\"ok\":true}");
        assertThat(waiting()).isOne();

        theMailServerReturns();
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();
        Expect.status(200, gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        awaitEmptyOutbox();
    }

    @Test
    void registrationAnswersAsAlwaysAndTheLinkArrivesLater() {
        gatehouse.setting(CONFIRMATION, "true");
        try {
            theMailServerGoesDown();
            var bob = Person.anybody();
            Expect.status(200, bob.registerAt(gatehouse));

            theMailServerReturns();
            Expect.status(302, gatehouse.follow(gatehouse.inbox().awaitMailTo(bob.email()).link()));
            Expect.status(200, bob.loginAt(gatehouse));
        } finally {
            gatehouse.resetSetting(CONFIRMATION);
        }
    }

    @Test
    void aMailThatWaitsOutlastsARestart() {
        outlasts(PayaraMicro::stop);
    }

    @Test
    void aMailThatWaitsOutlastsAPowerCut() {
        outlasts(PayaraMicro::kill);
    }

    /** ASVS 14.2.4, 16.2.5: a link in a mail is as good as a password while it waits, and is read by nobody. */
    @Test
    void aMailThatWaitsCannotBeReadInTheDatabaseNorItsContentInTheLog() {
        theMailServerGoesDown();
        gatehouse.forgotPassword(ada.email());
        var stored = gatehouse.database().queryForString("select encrypted_body from gatehouse_outbox_message");
        Await.until("a failed attempt", Duration.ofSeconds(10), () -> gatehouse.database().queryForString(
                "select last_error from gatehouse_outbox_message") != null);
        theMailServerReturns();
        var mail = gatehouse.inbox().awaitMailTo(ada.email());

        for (var readable : List.of(stored, new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))) {
            assertThat(readable).doesNotContain(ada.email(), mail.code(), "code=", "Reset password");
        }
        awaitEmptyOutbox();
        assertThat(gatehouse.server().log()).content().contains("could not be sent").doesNotContain(mail.code())
                .doesNotContain(ada.email()).doesNotContain("You can use the following link");
    }

    private void outlasts(Consumer<PayaraMicro> end) {
        theMailServerGoesDown();
        Expect.status(200, gatehouse.forgotPassword(ada.email()));
        end.accept(gatehouse.server());
        theMailServerReturns();

        gatehouse.server().start();

        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();
        Expect.status(200, gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        awaitEmptyOutbox();
        assertThat(gatehouse.inbox().mailsTo(ada.email())).hasSize(1);
    }

    private void theMailServerGoesDown() {
        awaitEmptyOutbox();
        gatehouse.inbox().stop();
        isDown = true;
    }

    private void theMailServerReturns() {
        gatehouse.inbox().start();
        isDown = false;
    }

    private long waiting() {
        return gatehouse.database().queryForLong("select count(*) from gatehouse_outbox_message");
    }

    private void awaitEmptyOutbox() {
        Await.until("the outbox to be empty", Duration.ofSeconds(60), () -> waiting() == 0);
    }
}
