package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Under strict privacy no answer tells a stranger who has an account; the owner of the address learns it by mail (ASVS
 * 6.3.8).
 */
class PrivacyIT {

    @RegisterExtension
    static final ChangedSettings STRICT = ChangedSettings.forAll(Map.of(
            "gatehouse.advanced.email-confirmation", "true",
            "gatehouse.advanced.email-reset-password", "https://app.example.org/new-password",
            "gatehouse.accounts.privacy", "strict"));

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void aTakenAddressIsAnsweredLikeAFreeOneAndItsOwnerGetsAMail() {
        ada.joinsConfirmed(gatehouse);
        var stranger = Person.anybody();
        var impostor = Person.anybody().withEmail(ada.email()).withPassword(Person.OTHER_PASSWORD);

        Answer free = Expect.status(200, stranger.registerAt(gatehouse));
        Answer taken = Expect.status(200, impostor.registerAt(gatehouse));

        assertThat(taken.body()).isEqualTo(free.body().replace(stranger.username(), impostor.username())
                .replace(stranger.email(), impostor.email()));
        assertThat(taken.headers().map().keySet()).isEqualTo(free.headers().map().keySet());
        assertThat(userOf(taken)).containsOnlyKeys("username", "email", "provider", "confirmed", "blocked");
        Mail warning = gatehouse.inbox().awaitMailsTo(ada.email(), 2).get(1);
        assertThat(warning.subject()).isEqualTo("You already have an account");
        assertThat(warning.text()).contains(ada.username()).contains("https://app.example.org/new-password")
                .doesNotContain(impostor.username());
    }

    @Test
    void whoeverRegistersATakenAddressChangesNothingOfItsAccount() {
        var token = ada.joinsConfirmed(gatehouse);
        var impostor = Person.anybody().withEmail(ada.email()).withPassword(Person.OTHER_PASSWORD);

        impostor.registerAt(gatehouse);

        Expect.status(200, gatehouse.me(token));
        Expect.status(200, ada.loginAt(gatehouse));
        Expect.invalidLogin(impostor.loginAt(gatehouse));
        Expect.invalidLogin(gatehouse.login(ada.email(), impostor.password()));
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_user where email = ?",
                ada.email())).isOne();
    }

    @Test
    void aFreeAddressIsRegisteredAllTheSame() {
        ada.joinsConfirmed(gatehouse);
    }

    @Test
    void aTakenNameIsStillTold() {
        ada.registerAt(gatehouse);

        Expect.refusal(400, "Email or Username are already taken", Person.named(ada.username()).registerAt(gatehouse));
    }

    /** Else whoever chose an address as their name would learn from the refusal that somebody has it. */
    @Test
    void anAddressIsNoNameUnlessItIsOnesOwn() {
        ada.registerAt(gatehouse);
        var unknown = Person.anybody();

        var known = Person.named(ada.email()).registerAt(gatehouse);
        var free = Person.named(unknown.email()).registerAt(gatehouse);

        Expect.refusal(400, "username must not be another e-mail address", known);
        assertThat(free.body()).isEqualTo(known.body().replace(ada.email(), unknown.email()));
        Expect.status(200, Person.named(unknown.email()).withEmail(unknown.email()).registerAt(gatehouse));
    }

    @Test
    void askingForAnotherConfirmationLinkTellsNothing() {
        var unconfirmed = Person.anybody();
        unconfirmed.registerAt(gatehouse);
        var blocked = Person.anybody();
        blocked.registerAt(gatehouse);
        gatehouse.block(blocked.username());
        ada.joinsConfirmed(gatehouse);
        gatehouse.inbox().awaitMailTo(blocked.email());

        for (var person : new Person[] {ada, blocked, Person.anybody(), unconfirmed}) {
            var typed = person.email().toUpperCase();
            assertThat(Expect.status(200, gatehouse.sendEmailConfirmation(typed)).body())
                    .isEqualTo("{\"email\":\"" + typed + "\",\"sent\":true}");
        }

        gatehouse.inbox().awaitMailsTo(unconfirmed.email(), 2);
        assertThat(gatehouse.inbox().mailsTo(ada.email())).hasSize(1);
        assertThat(gatehouse.inbox().mailsTo(blocked.email())).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRefusedAlikeWhoeverItIsFor() {
        ada.registerAt(gatehouse);
        var wrong = ada.withPassword(Person.OTHER_PASSWORD);

        var unconfirmed = wrong.loginAt(gatehouse);
        Expect.invalidLogin(ada.loginAt(gatehouse)); // right, but it would tell that the registration led to an account
        gatehouse.block(ada.username());
        var blocked = wrong.loginAt(gatehouse);
        var unknown = Person.anybody().loginAt(gatehouse);

        Expect.invalidLogin(unknown);
        assertThat(unconfirmed.body()).isEqualTo(unknown.body());
        assertThat(blocked.body()).isEqualTo(unknown.body());
    }

    private static JsonObject userOf(Answer answer) {
        assertThat(answer.json()).containsOnlyKeys("user");
        return answer.json().getJsonObject("user");
    }
}
