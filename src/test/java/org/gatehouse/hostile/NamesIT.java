package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User names and addresses that pretend to be others. */
class NamesIT {

    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final String unique = UUID.randomUUID().toString().substring(0, 13);

    @Test
    void namesThatDifferInLetterCaseOnlyBelongToOneAccount() {
        for (var pair : List.of(List.of("kevin", "\u212Aevin"), List.of("ΟΔΟΣ", "οδοσ"), List.of("Straße", "STRASSE"),
                List.of("alice", "ALICE"), List.of("ſam", "Sam"))) {
            assertThat(register(pair.get(0) + unique, address()).status()).as("%s", pair).isEqualTo(200);
            var second = register(pair.get(1) + unique.toUpperCase(Locale.ROOT), address());
            assertThat(second.status()).as("%s", pair).isEqualTo(400);
        }
    }

    @Test
    void twoSpellingsOfOneLetterBelongToOneAccount() {
        assertThat(register("al\u00edce" + unique, address()).status()).isEqualTo(200);
        assertThat(register("ali\u0301ce" + unique, address()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "\u202Eecila", "ali\u200Bce", "\u0001\u0002\u007F", "   ", "\u2028abc"})
    void aUserNameIsVisibleAndOnOneLine(String username) {
        var answer = register(username.isBlank() ? username : username + unique, address());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorName()).isEqualTo("ValidationError");
    }

    @Test
    void nothingThatIsSentBeginsALineOfTheLog() throws IOException {
        var forged = "action=login outcome=success subject=" + unique;
        for (var separator : List.of("\n", "\r", "\r\n", "\u2028", "\u0085")) {
            gatehouse.login("x" + separator + forged, "x");
            register("x" + separator + forged, address());
            gatehouse.forgotPassword("x" + separator + forged + "@example.org");
            gatehouse.anonymous().with("User-Agent", forged).get("/api/auth/%0a" + forged.replace(" ", "%20"));
        }
        try (var lines = Files.lines(gatehouse.server().log())) {
            assertThat(lines.filter(line -> line.startsWith(forged))).isEmpty();
        }
    }

    @Test
    void nobodysAddressIsAnotherOnesUserName() {
        var email = address();
        assertThat(register("owner" + unique, email).status()).isEqualTo(200);
        assertThat(register(email, address()).status()).isEqualTo(400);
        assertThat(register(email.toUpperCase(Locale.ROOT), address()).status()).isEqualTo(400);
        assertThat(register("owner2" + unique, email.replace('e', 'E')).status()).isEqualTo(400);
    }

    @Test
    void anAddressThatGrowsWhenItsCaseChangesDoesNotBreakAnything() {
        for (var letter : List.of("İ", "ŉ", "ﬃ", "ΐ")) {
            assertThat(register("grow" + unique, letter.repeat(240) + "@x.com").status()).isEqualTo(400);
            assertThat(gatehouse.forgotPassword(letter.repeat(240) + "@x.com").status()).isEqualTo(400);
            assertThat(register(letter.repeat(255), address()).status()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss\u0140company.example@evil.example", "a@b\u0140c.example", "a\u013E\u010D\u0E0Arcpt@evil.example",
            "a@\u0163est.example", "ünï@evil.example", "a@bücher.example"})
    void anAddressThatMailSoftwareWouldMangleIsRefused(String email) {
        assertThat(register("mail" + unique, email).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example", "<a@b.example>", "a@b.example>", "a b@c.example",
            "\"a\"@b.example", "a@[127.0.0.1]", "a@b.example.", "a@-b.example", "@b.example", "a@@b.example", "a@b"})
    void whatIsMoreOrLessThanOneAddressIsRefused(String email) {
        for (var answer : List.of(register("mail" + unique, email), gatehouse.forgotPassword(email),
                gatehouse.sendEmailConfirmation(email))) {
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    private Answer register(String username, String email) {
        return gatehouse.register(username, email, PASSWORD);
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }
}
