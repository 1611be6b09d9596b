package org.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LoginNamesTest {

    @Property
    void aUserNameIsTheSameInEveryLetterCase(@ForAll("names") String name) {
        var login = LoginNames.ofUsername(name);
        assertThat(LoginNames.ofUsername(name.toLowerCase(Locale.ROOT))).isEqualTo(login);
        assertThat(LoginNames.ofUsername(name.toUpperCase(Locale.ROOT))).isEqualTo(login);
        assertThat(LoginNames.ofUsername(login)).isEqualTo(login);
    }

    @Property
    void everyLetterIsTheSameInEveryLetterCase(@ForAll char letter) {
        var name = String.valueOf(letter);
        if (!Character.isSurrogate(letter)) {
            for (var other : new String[] {name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT),
                    String.valueOf(Character.toTitleCase(letter))}) {
                assertThat(LoginNames.ofUsername("x" + other)).as("U+%04X", (int) letter).isEqualTo(LoginNames.ofUsername("x" + name));
            }
        }
    }

    @Property
    void anAddressIsTheSameNameWhereverItStands(@ForAll("addresses") String address) {
        assertThat(EmailAddress.problem(address)).isEmpty();
        assertThat(LoginNames.ofUsername(address)).isEqualTo(LoginNames.ofEmail(address))
                .isEqualTo(LoginNames.ofEmail(address.toUpperCase(Locale.ROOT)));
    }

    @Test
    void theKelvinSignIsALetterKAndALigatureIsItsLetters() {
        assertThat(LoginNames.ofUsername("\u212Aevin")).isEqualTo("kevin");
        assertThat(LoginNames.ofUsername("ﬁn")).isEqualTo("fin");
        assertThat(LoginNames.ofUsername("ΟΔΟΣ")).isEqualTo(LoginNames.ofUsername("οδοσ"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.strings().withChars("aAbBßẞſKİıΣσςΐŉǅﬁÅ\u212B\u0301\u0307").ofMinLength(1).ofMaxLength(8),
                Arbitraries.strings().all().ofMaxLength(10).filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c))));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings().withCharRange('a', 'z').withCharRange('A', 'Z').withChars("!#$%&'*+/=?^_`{|}~-").ofMinLength(1)
                .ofMaxLength(20).map(local -> local + "@Example.org");
    }
}
