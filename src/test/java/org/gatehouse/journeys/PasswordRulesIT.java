package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords people may choose, and that what they chose counts to the last character. */
class PasswordRulesIT {

    private static final String TOO_OBVIOUS = "password must not contain your name or address, or the name of this site";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();

    /** ASVS 6.2.1: at least eight characters; ASVS 6.2.9: at least 64 are possible. */
    @Test
    void aPasswordHasEightTo128Characters() {
        refused("password must be at least 8 characters", "7 chars");
        chosen("8 chars!");
        chosen("x y z ".repeat(22).substring(0, 128));
        refused("password must be at most 128 characters", "x y z ".repeat(22).substring(0, 129));
    }

    /** ASVS 6.2.4: not one of the 3000 that everybody tries first. */
    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "PassWord", "football", "iloveyou", "sunshine", "qwertyuiop"})
    void aCommonPasswordIsRefused(String common) {
        refused("password is one of the most common ones, please choose another", common);
    }

    /** ASVS 6.2.11: nor a word that everybody knows about this account or this site. */
    @Test
    void aPasswordMadeOfTheOwnNameAddressOrSiteIsRefused() {
        Person ada = Person.anybody();

        for (var word : new String[] {ada.username(), ada.email(), ada.email().replace("@example.org", ""), "gatehouse"}) {
            Expect.refusal(400, TOO_OBVIOUS, ada.withPassword("my " + word.toUpperCase() + " !").registerAt(gatehouse));
        }
    }

    /** ASVS 6.2.5: no rules of composition; ASVS 6.2.7 and 6.2.8: any character, and verified as it was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"onlysmallletters", "13579024680864", "  blanks around  ", "пароль с пробелом", "🔑🔑🔑🔑🔑🔑🔑🔑",
            "<%= TOKEN %> ${HOME}", "'; drop table users --"})
    void aPasswordMayBeOfAnyCharactersAndCountsAsTyped(String password) {
        Person ada = Person.anybody().withPassword(password);
        ada.joins(gatehouse);

        Expect.status(200, ada.loginAt(gatehouse));
        Expect.invalidLogin(ada.withPassword(password + " ").loginAt(gatehouse));
        Expect.invalidLogin(ada.withPassword(password.strip() + "x").loginAt(gatehouse));
    }

    @Test
    void letterCaseAndTheLastOf128CharactersCount() {
        Person ada = Person.anybody().withPassword("Quite a long way ".repeat(8).substring(0, 128));
        ada.joins(gatehouse);

        Expect.invalidLogin(ada.withPassword(ada.password().toUpperCase()).loginAt(gatehouse));
        Expect.invalidLogin(ada.withPassword(ada.password().substring(0, 127) + "?").loginAt(gatehouse));
        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void underThePolicyOfTheContractSixCharactersDoAnd73BytesDoNot() {
        settings.set("gatehouse.password.policy", "contract");

        refused("password must be at least 6 characters", "12345");
        chosen("123456");
        refused("Password must be less than 73 bytes", "ä".repeat(37));
    }

    /** ASVS 6.2.1 recommends fifteen where a password is the only factor. */
    @Test
    void underTheStrictPolicyAPasswordHasFifteenCharacters() {
        settings.set("gatehouse.password.policy", "strict");

        refused("password must be at least 15 characters", "fourteen chars");
        chosen("fifteen chars !");
    }

    @Test
    void aRefusedPasswordIsNeverEchoed() {
        assertThat(Person.anybody().withPassword("S3cret!").registerAt(gatehouse).body()).doesNotContain("S3cret!");
        assertThat(gatehouse.post("/api/auth/local/register", "{\"username\":1,\"email\":2,\"password\":[\"S3cret!\"]}")
                .body()).doesNotContain("S3cret!");
        assertThat(gatehouse.resetPassword("none", "S3cret!").body()).doesNotContain("S3cret!");
        assertThat(gatehouse.post("/api/auth/local", "{\"password\":{\"x\":\"S3cret!\"}}").body())
                .doesNotContain("S3cret!");
    }

    private void chosen(String password) {
        Person.anybody().withPassword(password).joins(gatehouse);
    }

    private void refused(String why, String password) {
        Answer answer = Expect.refusal(400, why, Person.anybody().withPassword(password).registerAt(gatehouse));
        assertThat(answer.errorName()).isEqualTo("ValidationError");
    }
}
