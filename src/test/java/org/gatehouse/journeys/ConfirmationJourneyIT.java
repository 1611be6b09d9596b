package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People prove that an address is theirs before they can log in (ASVS 6.3.1, 6.4.1 for the life of the code). */
class ConfirmationJourneyIT {

    private static final String NOT_CONFIRMED = "Your account email is not confirmed";
    private static final String INVALID = "Invalid token";
    private static final String PAGE = "https://app.example.org/welcome?from=mail";

    @RegisterExtension
    static final ChangedSettings CONFIRMATION =
            ChangedSettings.forAll(Map.of("gatehouse.advanced.email-confirmation", "true"));

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void theLinkFromTheMailConfirmsAndThenTheLoginWorks() {
        Answer registered = Expect.status(200, ada.registerAt(gatehouse));
        assertThat(registered.json()).containsOnlyKeys("user");
        assertThat(registered.json().getJsonObject("user").getBoolean("confirmed")).isFalse();
        Expect.refusal(400, NOT_CONFIRMED, ada.loginAt(gatehouse));

        Mail mail = gatehouse.inbox().awaitMailTo(ada.email());
        assertThat(mail.subject()).isEqualTo("Account confirmation");
        assertThat(mail.link()).startsWith(gatehouse.baseUri() + "/api/auth/email-confirmation?confirmation=");
        assertRedirect("/", gatehouse.follow(mail.link()));

        var user = Expect.status(200, ada.loginAt(gatehouse)).json().getJsonObject("user");
        assertThat(user.getBoolean("confirmed")).isTrue();
    }

    @Test
    void whoeverConfirmedSeesTheConfiguredPage() {
        settings.set("gatehouse.advanced.email-confirmation-redirection", PAGE);

        assertRedirect(PAGE, gatehouse.follow(linkOfRegistration()));
    }

    @Test
    void aLinkWorksOnce() {
        var link = linkOfRegistration();
        assertRedirect("/", gatehouse.follow(link));

        Expect.refusal(400, INVALID, gatehouse.follow(link));
    }

    @Test
    void aNewLinkReplacesTheOneBefore() {
        var first = linkOfRegistration();
        assertThat(Expect.status(200, gatehouse.sendEmailConfirmation(ada.email().toUpperCase())).json())
                .hasToString("{\"email\":\"" + ada.email() + "\",\"sent\":true}");
        var second = gatehouse.inbox().awaitMailsTo(ada.email(), 2).get(1).link();

        Expect.refusal(400, INVALID, gatehouse.follow(first));
        assertRedirect("/", gatehouse.follow(second));
    }

    @Test
    void aStaleLinkIsRefused() {
        var link = linkOfRegistration();
        Codes.expire(gatehouse, ada);

        Expect.refusal(400, INVALID, gatehouse.follow(link));
        Expect.refusal(400, NOT_CONFIRMED, ada.loginAt(gatehouse));
    }

    /** Mail scanners look at links before their readers do. */
    @Test
    void lookingAtALinkWithHeadConfirmsNothing() {
        var link = linkOfRegistration();

        assertThat(gatehouse.anonymous().head(link).status()).isLessThan(400);
        Expect.refusal(400, NOT_CONFIRMED, ada.loginAt(gatehouse));
        assertRedirect("/", gatehouse.follow(link));
    }

    @Test
    void aLinkWithoutAProperCodeIsRefused() {
        var link = "/api/auth/email-confirmation";

        Expect.refusal(400, INVALID, gatehouse.get(link + "?confirmation=0123456789abcdef"));
        for (var query : new String[] {"", "?confirmation=", "?confirmation[a]=b", "?confirmation=a&confirmation=b"}) {
            assertThat(Expect.status(400, gatehouse.get(link + query)).errorName()).as(query).isEqualTo("ValidationError");
        }
    }

    @Test
    void untilThePasswordIsRightNothingTellsThatTheAddressIsNotConfirmed() {
        ada.registerAt(gatehouse);

        Expect.invalidLogin(ada.withPassword(Person.OTHER_PASSWORD).loginAt(gatehouse));
    }

    @Test
    void aTokenFromBeforeIsOfNoUseWhileTheAddressIsNotConfirmed() {
        var jwt = ada.joinsConfirmed(gatehouse);
        gatehouse.database().update("update gatehouse_user set confirmed = false where username = ?", ada.username());

        Expect.unusableAccount(gatehouse.me(jwt));
    }

    @Test
    void whoeverAsksForAnotherLinkIsToldWhatTheContractTells() {
        var unknown = Person.anybody();
        assertThat(gatehouse.sendEmailConfirmation(unknown.email()).json())
                .hasToString("{\"email\":\"" + unknown.email() + "\",\"sent\":true}");
        ada.registerAt(gatehouse);
        gatehouse.inbox().awaitMailTo(ada.email());
        gatehouse.block(ada.username());
        Expect.refusal(400, "User blocked", gatehouse.sendEmailConfirmation(ada.email()));
        gatehouse.unblock(ada.username());
        gatehouse.follow(gatehouse.inbox().awaitMailTo(ada.email()).link());
        Expect.refusal(400, "Already confirmed", gatehouse.sendEmailConfirmation(ada.email()));

        assertThat(gatehouse.inbox().mailsTo(unknown.email())).isEmpty();
        assertThat(gatehouse.inbox().mailsTo(ada.email())).hasSize(1);
    }

    private String linkOfRegistration() {
        Expect.status(200, ada.registerAt(gatehouse));
        return gatehouse.inbox().awaitMailTo(ada.email()).link();
    }

    private static void assertRedirect(String target, Answer answer) {
        assertThat(Expect.status(302, answer).header("Location")).hasValue(target);
    }
}
