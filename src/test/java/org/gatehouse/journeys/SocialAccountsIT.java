package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.ProviderUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which account somebody gets who comes from a provider, and what stands in it. */
class SocialAccountsIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();
    private static final String TAKEN = "Email is already taken.";

    @RegisterExtension
    static final ChangedSettings ACME = ChangedSettings.forAll(Acme.settings(PROVIDER));

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void whoTheyAreDoesNotDependOnTheirAddress() {
        var ada = ProviderUser.anybody();
        var before = user(comes(ada));

        var after = user(comes(ada.with("email", UUID.randomUUID() + "@example.org").with("preferred_username", "other")));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void whoGetsTheAddressOfAnotherThereIsNotTheOtherHere() {
        var ada = ProviderUser.anybody();
        comes(ada);

        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", ada.email())));
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsRefusedAsTheContractSays() {
        Expect.refusal(400, "Email not verified by Acme", comes(ProviderUser.anybody().unverified()));
    }

    @Test
    void whoHasBeenHereComesInThoughTheAddressIsNoLongerVerified() {
        var ada = ProviderUser.anybody();
        comes(ada);

        Expect.status(200, comes(ada.unverified()));
    }

    @Test
    void anAddressOfWhichNothingIsSaidIsNotConfirmed() {
        var login = comes(ProviderUser.anybody().without("email_verified"));

        assertThat(user(login).getBoolean("confirmed")).isFalse();
    }

    @Test
    void whoMustConfirmTheAddressGetsALinkFirst() {
        settings.set("gatehouse.advanced.email-confirmation", "true");
        var ada = ProviderUser.anybody().without("email_verified");

        Expect.refusal(400, "Your account email is not confirmed", comes(ada));
        Expect.status(302, gatehouse.follow(gatehouse.inbox().awaitMailTo(ada.email()).link()));

        assertThat(user(comes(ada)).getBoolean("confirmed")).isTrue();
    }

    @Test
    void theOperatorMayTrustTheProvidersAddresses() {
        settings.set(Acme.setting("email-trust"), "trusted");

        assertThat(user(comes(ProviderUser.anybody().unverified())).getBoolean("confirmed")).isTrue();
    }

    @Test
    void theOperatorMayTrustNone() {
        settings.set(Acme.setting("email-trust"), "none");

        assertThat(user(comes(ProviderUser.anybody())).getBoolean("confirmed")).isFalse();
    }

    @Test
    void whoHasNoAddressGetsAPlaceholderThatIsNeverWrittenTo() {
        var login = comes(ProviderUser.anybody().without("email").without("email_verified"));

        var email = user(login).getString("email");
        assertThat(email).matches("acme-[0-9a-f]{32}@users\\.noreply\\.invalid");
        Expect.status(200, gatehouse.me(login.jwt()));
        assertThat(gatehouse.forgotPassword(email).status()).isEqualTo(400);
        assertThat(Person.anybody().withEmail(email).registerAt(gatehouse).status()).isEqualTo(400);
        assertThat(gatehouse.inbox().mailsTo(email)).isEmpty();
    }

    @Test
    void whatIsNoAddressIsTakenForNone() {
        for (var email : List.of("x", "a@b", "ä@example.org", "a\u0000@example.org", "a".repeat(300) + "@example.org")) {
            assertThat(user(comes(ProviderUser.anybody().with("email", email))).getString("email")).endsWith(".invalid");
        }
    }

    @Test
    void addressesAreInLowerCase() {
        var email = UUID.randomUUID() + "@example.org";

        assertThat(user(comes(ProviderUser.anybody().with("email", email.toUpperCase()))).getString("email")).isEqualTo(email);
    }

    @Test
    void theNameIsThatOfTheProfileOrOfTheMailbox() {
        var mailbox = UUID.randomUUID().toString();

        assertThat(user(comes(ProviderUser.anybody().without("preferred_username").without("name")
                .with("email", mailbox + "@example.org"))).getString("username")).isEqualTo(mailbox);
    }

    @Test
    void aTakenOrShortNameGetsFourDigits() {
        var ada = Person.anybody().joinedAt(gatehouse);

        assertThat(nameOf(ada.username())).matches(ada.username() + "\\d{4}");
        assertThat(nameOf(ada.username().toUpperCase())).matches(ada.username().toUpperCase() + "\\d{4}");
        assertThat(nameOf("ab")).matches("ab\\d{4}");
    }

    @Test
    void aNameThatNobodyMayHaveBecomesAUuid() {
        for (var name : List.of(Person.anybody().email(), "invis\u200bible")) {
            assertThat(nameOf(name)).hasSize(36);
        }
    }

    @Test
    void whereRegistrationIsOffOnlyThoseComeInWhoHaveBeenHere() {
        var ada = ProviderUser.anybody();
        comes(ada);
        settings.set("gatehouse.advanced.allow-register", "false");

        Expect.status(200, comes(ada));
        Expect.refusal(400, "Register action is actually not available.", comes(ProviderUser.anybody()));
    }

    @Test
    void whoIsBlockedIsTold() {
        var ada = ProviderUser.anybody();
        comes(ada);
        gatehouse.block(ada.username());

        Expect.refusal(400, "Your account has been blocked by an administrator", comes(ada));
    }

    /** CVE-2026-53516: whoever registered with the address first may have done so to wait for its owner. */
    @Test
    void anAddressOfALocalAccountIsTaken() {
        var local = Person.anybody().joinedAt(gatehouse);

        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", local.email())));
        Expect.status(200, local.loginAt(gatehouse));
    }

    @Test
    void whereAddressesNeedNotBeUniqueItIsASecondUser() {
        var local = Person.anybody().joinedAt(gatehouse);
        settings.set("gatehouse.advanced.unique-email", "false");
        var ada = ProviderUser.anybody().with("email", local.email());

        var user = user(Expect.status(200, comes(ada)));

        assertThat(user.getString("email")).isEqualTo(local.email());
        assertThat(user.getInt("id")).isNotEqualTo((int) local.idAt(gatehouse));
        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", local.email())));
        gatehouse.database().update("delete from gatehouse_user where id = ?", user.getInt("id"));
    }

    @Test
    void addressesCannotBeMadeUniqueWhileTheyAreNot() {
        var local = Person.anybody().joinedAt(gatehouse);
        settings.set("gatehouse.advanced.unique-email", "false");
        var user = user(comes(ProviderUser.anybody().with("email", local.email())));
        var names = "select count(*) from gatehouse_login_name where name = ?";
        assertThat(gatehouse.database().queryForLong(names, "acme:" + local.email())).isOne();

        gatehouse.database().update("update gatehouse_setting set content = 'true' where name ="
                + " 'gatehouse.advanced.unique-email'");
        gatehouse.database().update("update gatehouse_settings_version set version = version + 1");

        Await.until("the refusal in the log", Duration.ofSeconds(20), () -> Files.readString(gatehouse.server().log())
                .contains("gatehouse.advanced.unique-email cannot be true while"));
        gatehouse.database().update("delete from gatehouse_user where id = ?", user.getInt("id"));
    }

    /** Somebody who proved the address to us, and to the provider, is one. */
    @Test
    void theOperatorMayLetAccountsOfTheSameProvenAddressBeLinked() {
        settings.set(Map.of("gatehouse.accounts.link-by-email", "verified", "gatehouse.advanced.email-confirmation", "true"));
        var local = Person.anybody();
        local.joinsConfirmed(gatehouse);

        var user = user(Expect.status(200, comes(ProviderUser.anybody().with("email", local.email()))));

        assertThat(user.getInt("id")).isEqualTo((int) local.idAt(gatehouse));
        Expect.status(200, local.loginAt(gatehouse));
    }

    /** Confirmed is not proven: where nobody had to confirm, everybody counts as confirmed. */
    @Test
    void anAddressThatNobodyProvedIsNotLinked() {
        var squatter = Person.anybody().joinedAt(gatehouse);
        settings.set(Map.of("gatehouse.accounts.link-by-email", "verified", "gatehouse.advanced.email-confirmation", "true"));
        var waiting = Person.anybody();
        waiting.registerAt(gatehouse);

        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", squatter.email())));
        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", waiting.email())));
        var proven = Person.anybody();
        proven.joinsConfirmed(gatehouse);
        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", proven.email()).without("email_verified")));
    }

    @Test
    void anImportedUserOfTheProviderIsRecognisedByTheirProvenAddressOnce() {
        var imported = Person.anybody().joinedAt(gatehouse);
        gatehouse.database().update("update gatehouse_user set provider = 'acme', password_hash = null where username = ?",
                imported.username());
        var ada = ProviderUser.anybody().with("email", imported.email());

        Expect.refusal(400, TAKEN, comes(ada.without("email_verified")));
        var user = user(Expect.status(200, comes(ada)));

        assertThat(user.getInt("id")).isEqualTo((int) imported.idAt(gatehouse));
        Expect.refusal(400, TAKEN, comes(ProviderUser.anybody().with("email", imported.email())));
    }

    @Test
    void whoForgotThePasswordTheyNeverHadIsRemindedOfTheProvider() {
        var ada = ProviderUser.anybody();
        comes(ada);

        Expect.status(200, gatehouse.forgotPassword(ada.email()));

        assertThat(gatehouse.inbox().awaitMailTo(ada.email()).text()).contains("acme").doesNotContain("code");
    }

    @Test
    void attributesOfNewUsersComeFromTheProfileWhereTheOperatorSaysSo() {
        settings.set(Map.of("gatehouse.user.attributes", "nickname:string,age:integer",
                Acme.setting("attributes"), "nickname:/nick,age:/age"));

        var user = user(comes(ProviderUser.anybody().with("nick", "Countess").with("age", "many").with("blocked", "true")));

        assertThat(user.getString("nickname")).isEqualTo("Countess");
        assertThat(user.get("age")).hasToString("null");
        assertThat(user.getBoolean("blocked")).isFalse();
    }

    @Test
    void theRoleFollowsTheProviderWhereTheOperatorSaysSo() {
        var role = Roles.create(gatehouse, "user.me", "user.count");
        settings.set(Map.of(Acme.setting("role-claim"), "/groups", Acme.setting("roles"), "counters:" + role));
        var ada = ProviderUser.anybody();

        var counter = comes(ada.with("groups", List.of("people", "counters"))).jwt();
        Expect.status(200, gatehouse.as(counter).get("/api/users/count"));
        var noMore = comes(ada.with("groups", List.of("people"))).jwt();

        Expect.forbidden(gatehouse.as(noMore).get("/api/users/count"));
        Expect.forbidden(gatehouse.as(counter).get("/api/users/count"));
    }

    @Test
    void aRoleThatDoesNotExistLetsNobodyIn() {
        settings.set(Map.of(Acme.setting("role-claim"), "/groups", Acme.setting("roles"), "people:nosuch"));

        Expect.refusal(400, "Impossible to find the default role",
                comes(ProviderUser.anybody().with("groups", List.of("people"))));
    }

    @Test
    void manyAtOnceWhoAreTheSameAreOneUser() {
        var ada = ProviderUser.anybody();
        PROVIDER.signsIn(ada);
        var tickets = Arrays.asList(new String[6]);
        tickets.replaceAll(none -> traveller(ada).ticket());

        var answers = Crowd.of(tickets.size(), number -> gatehouse.exchange("acme", tickets.get(number)));

        assertThat(Crowd.with(200, answers)).hasSize(6);
        assertThat(answers.stream().map(answer -> user(answer).getInt("id")).distinct()).hasSize(1);
    }

    private String nameOf(String wanted) {
        return user(comes(ProviderUser.anybody().with("preferred_username", wanted).with("name", wanted))).getString("username");
    }

    private Answer comes(ProviderUser person) {
        return traveller(person).logsIn();
    }

    private Traveller traveller(ProviderUser person) {
        return new Traveller(gatehouse, PROVIDER, Acme.NAME, person);
    }

    private static JsonObject user(Answer login) {
        return Expect.status(200, login).json().getJsonObject("user");
    }
}
