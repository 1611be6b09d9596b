package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.List;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People register themselves; a name and an address belong to one account only. */
class RegistrationJourneyIT {

    private static final String TAKEN = "Email or Username are already taken";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();

    @Test
    void aNewPersonIsSignedInAtOnceAndCanLogInLater() {
        Person ada = Person.anybody();

        var registered = Expect.status(200, ada.registerAt(gatehouse));

        var user = registered.json().getJsonObject("user");
        assertThat(user.getString("username")).isEqualTo(ada.username());
        assertThat(user.getString("email")).isEqualTo(ada.email());
        assertThat(user.getString("provider")).isEqualTo("local");
        assertThat(user.getBoolean("confirmed")).isTrue();
        assertThat(user.getBoolean("blocked")).isFalse();
        assertThat(Expect.status(200, gatehouse.me(registered.jwt())).json()).isEqualTo(user);
        assertThat(Expect.status(200, ada.loginAt(gatehouse)).json().getJsonObject("user")).isEqualTo(user);
        Expect.status(200, gatehouse.login(ada.email().toUpperCase(Locale.ROOT), ada.password()));
    }

    /** ASVS 11.4.2: passwords are stored by a slow hash alone. */
    @Test
    void thePasswordIsNeitherAnsweredNorStoredButHashed() {
        Person ada = Person.anybody();

        assertThat(ada.registerAt(gatehouse).body()).doesNotContain(ada.password()).doesNotContainIgnoringCase("argon2");

        assertThat(gatehouse.database().queryForString(
                "select password_hash from gatehouse_user where username = ?", ada.username()))
                .startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    }

    @Test
    void anAddressBelongsToOneAccountWhateverItsLetterCase() {
        Person ada = Person.anybody();
        ada.joins(gatehouse);

        var again = Person.anybody().withEmail(ada.email().toUpperCase(Locale.ROOT));

        Expect.refusal(400, TAKEN, again.registerAt(gatehouse));
    }

    /** {@code alice} and {@code ALICE} would be taken for each other by everybody who reads them. */
    @Test
    void aNameBelongsToOneAccountWhateverItsLetterCase() {
        Person ada = Person.anybody();
        ada.joins(gatehouse);

        Expect.refusal(400, TAKEN, Person.named(ada.username().toUpperCase(Locale.ROOT)).registerAt(gatehouse));
    }

    /** It would keep the owner from registering, and stand in tokens as if it were proven. */
    @Test
    void nobodyCanTakeAnAddressAsNameUnlessItIsTheirOwn() {
        Person ada = Person.anybody();
        ada.joins(gatehouse);

        Expect.refusal(400, TAKEN, Person.named(ada.email()).registerAt(gatehouse));
        var address = Person.anybody().email();
        Expect.refusal(400, "username must not be another e-mail address", Person.named(address).registerAt(gatehouse));
        for (var disguised : List.of(address.replace('@', '\uff20'), "google:" + address)) {
            Expect.refusal(400, "username must not be another e-mail address", Person.named(disguised).registerAt(gatehouse));
        }
        Person.named(address).withEmail(address).joins(gatehouse);
    }

    /** Names that people cannot tell apart are one name (Unicode TR 36). */
    @Test
    void aNameInLettersThatLookAlikeIsTheSameName() {
        var rest = Person.anybody().username();
        Person.named("Kelvin" + rest).joins(gatehouse);

        Expect.refusal(400, TAKEN, Person.named("\uff2belvin" + rest).registerAt(gatehouse)); // full width
        Expect.refusal(400, TAKEN, Person.named("\u212aelvin" + rest).registerAt(gatehouse)); // the sign for kelvin
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u0000b", "   ", "ada\u200b", "\u202eada", "ada\u2028"})
    void aNameIsVisibleAndOnOneLine(String name) {
        Expect.status(400, Person.named(name).registerAt(gatehouse));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@localhost", "@example.org", "ada@", "a b@example.org", "ada@example..org",
            "ada@ex\u00e4mple.org", "\u00e4da@example.org", "a@example.org,b@example.org", "a@example.org\r\nBcc: b@c.org"})
    void anAddressIsOneToWhichMailCanBeSent(String address) {
        Expect.refusal(400, "email must be a valid email", Person.anybody().withEmail(address).registerAt(gatehouse));
    }

    @Test
    void whoeverRegistersCannotChooseWhatIsNotTheirsToChoose() {
        Person eve = Person.anybody();

        for (String field : new String[] {"confirmed", "blocked", "role", "id", "provider", "anything"}) {
            Expect.refusal(400, "Invalid parameters: " + field, gatehouse.post("/api/auth/local/register",
                    Map.of("username", eve.username(), "email", eve.email(), "password", eve.password(), field, 1)));
        }
        Expect.invalidLogin(eve.loginAt(gatehouse));
    }

    @Test
    void registrationCanBeClosed() {
        settings.set("gatehouse.advanced.allow-register", "false");

        Expect.refusal(400, "Register action is currently disabled", Person.anybody().registerAt(gatehouse));
    }

    @Test
    void newPeopleGetTheDefaultRoleAndNobodyIsRegisteredWithoutOne() {
        String role = Roles.create(gatehouse);
        settings.set("gatehouse.advanced.default-role", role);
        Expect.forbidden(gatehouse.me(Person.anybody().joins(gatehouse)));

        settings.set("gatehouse.advanced.default-role", "no-such-role");
        Person late = Person.anybody();
        Expect.refusal(400, "Impossible to find the default role", late.registerAt(gatehouse));
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_user where username = ?",
                late.username())).isZero();
    }

    @Test
    void loginWithAPasswordCanBeSwitchedOff() {
        Person ada = Person.anybody();
        ada.joins(gatehouse);
        settings.set("gatehouse.provider.email.enabled", "false");

        Expect.refusal(400, "This provider is disabled", ada.loginAt(gatehouse));
    }
}
