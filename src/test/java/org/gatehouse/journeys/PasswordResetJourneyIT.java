package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who forgot their password choose another by a link in a mail (ASVS 6.4.1, 6.4.3, 7.4.3). */
class PasswordResetJourneyIT {

    private static final String PAGE = "https://app.example.org/new-password";

    @RegisterExtension
    static final ChangedSettings PAGE_OF_APPLICATION =
            ChangedSettings.forAll(Map.of("gatehouse.advanced.email-reset-password", PAGE));

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private String oldToken;

    @BeforeEach
    void adaHasAnAccount() {
        oldToken = ada.joins(gatehouse);
    }

    @Test
    void theLinkLeadsToTheApplicationWhereANewPasswordSignsInAndEndsTheOldOne() {
        assertThat(Expect.status(200, gatehouse.forgotPassword(ada.email())).json()).hasToString("{\"ok\":true}");
        Mail mail = gatehouse.inbox().awaitMailTo(ada.email());
        assertThat(mail.subject()).isEqualTo("Reset password");
        assertThat(mail.link()).isEqualTo(PAGE + "?code=" + mail.code());
        Expect.status(200, ada.loginAt(gatehouse)); // asking alone changes nothing

        Answer reset = Expect.status(200, gatehouse.resetPassword(mail.code(), Person.OTHER_PASSWORD));

        assertThat(reset.json().getJsonObject("user").getString("username")).isEqualTo(ada.username());
        Expect.status(200, gatehouse.me(reset.jwt()));
        Expect.invalidToken(gatehouse.me(oldToken));
        Expect.invalidLogin(ada.loginAt(gatehouse));
        Expect.status(200, ada.withPassword(Person.OTHER_PASSWORD).loginAt(gatehouse));
        Expect.incorrectCode(gatehouse.resetPassword(mail.code(), Person.PASSWORD));
    }

    @Test
    void theNewestCodeReplacesTheOneBefore() {
        gatehouse.forgotPassword(ada.email());
        gatehouse.inbox().awaitMailTo(ada.email());
        gatehouse.forgotPassword(ada.email().toUpperCase());
        var mails = gatehouse.inbox().awaitMailsTo(ada.email(), 2);

        Expect.incorrectCode(gatehouse.resetPassword(mails.get(0).code(), Person.OTHER_PASSWORD));
        Expect.status(200, gatehouse.resetPassword(mails.get(1).code(), Person.OTHER_PASSWORD));
    }

    @Test
    void aCodeWorksForAnHourAndIsRefusedAfterThat() {
        var code = codeFromMail();
        assertThat(Codes.lifetime(gatehouse, ada)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));

        Codes.expire(gatehouse, ada);

        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        Expect.status(200, gatehouse.me(oldToken));
    }

    @Test
    void aPasswordThatIsRefusedDoesNotUseTheCodeUp() {
        var code = codeFromMail();

        Expect.refusal(400, "password must be at least 8 characters", gatehouse.resetPassword(code, "short"));
        Expect.refusal(400, "Passwords do not match", gatehouse.post("/api/auth/reset-password", Map.of("code", code,
                "password", Person.OTHER_PASSWORD, "passwordConfirmation", Person.PASSWORD)));
        Expect.status(200, gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
    }

    /** ASVS 6.3.8: nothing tells an unknown address from a known one. */
    @Test
    void anUnknownAddressGetsTheSameAnswerAndNoMail() {
        var stranger = Person.anybody();

        Answer unknown = gatehouse.forgotPassword(stranger.email());
        Answer known = gatehouse.forgotPassword(ada.email());

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
        gatehouse.inbox().awaitMailTo(ada.email()); // asked for later, so the stranger's would be here
        assertThat(gatehouse.inbox().mailsTo(stranger.email())).isEmpty();
    }

    @Test
    void aBlockedUserGetsTheSameAnswerAndNoMail() {
        var bob = Person.anybody();
        bob.joins(gatehouse);
        gatehouse.block(ada.username());

        assertThat(gatehouse.forgotPassword(ada.email()).body()).isEqualTo("{\"ok\":true}");

        gatehouse.forgotPassword(bob.email());
        gatehouse.inbox().awaitMailTo(bob.email());
        assertThat(gatehouse.inbox().mailsTo(ada.email())).isEmpty();
    }

    /** ASVS 7.4.2: a blocked account stays shut, whatever its owner still holds. */
    @Test
    void whoeverIsBlockedMeanwhileCannotUseTheCode() {
        var code = codeFromMail();
        gatehouse.block(ada.username());

        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
    }

    /** A password would be of no use to them: they never had one. */
    @Test
    void someoneWhoOnlyEverUsedAProviderIsToldWhichOne() {
        gatehouse.database().update("update gatehouse_user set provider = 'github', password_hash = null"
                + " where username = ?", ada.username());

        assertThat(gatehouse.forgotPassword(ada.email()).body()).isEqualTo("{\"ok\":true}");

        Mail mail = gatehouse.inbox().awaitMailTo(ada.email());
        assertThat(mail.subject()).isEqualTo("How to log in");
        assertThat(mail.text()).contains("github").doesNotContain("code=");
        assertThat(Codes.stored(gatehouse, ada)).isNull();
    }

    private String codeFromMail() {
        gatehouse.forgotPassword(ada.email());
        return gatehouse.inbox().awaitMailTo(ada.email()).code();
    }
}
