package org.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Property(tries = 5000)
    void whatIsAcceptedIsOneAddressAndTheSameForMailSoftware(@ForAll("addresses") String address) throws AddressException {
        if (EmailAddress.problem(address).isEmpty()) {
            var parsed = InternetAddress.parse(address, true);
            assertThat(parsed).hasSize(1);
            assertThat(parsed[0].getAddress()).isEqualTo(address);
            assertThat(address).hasSizeLessThan(255).matches("[!-~]+");
            assertThat(address.chars().filter(character -> character == '@').count()).isEqualTo(1);
            assertThat(EmailAddress.problem(address.toLowerCase(Locale.ROOT))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "a.b+c@d-e.example", "A_B@1.example", "o'neil@example.org", "x@xn--bcher-kva.example"})
    void anOrdinaryAddressIsAccepted(String address) {
        assertThat(EmailAddress.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "@", "a@", "@b.co", "a@b", "a@b.", "a@.b", "a@-b.co", "a@b-.co", ".a@b.co", "a.@b.co", "a..b@c.co", "a b@c.co",
            "a@b.co ", " a@b.co", "a@b.co\n", "a@b.co\r\nBcc: x@y.zz", "a,b@c.co", "a@b@c.co", "<a@b.co>", "\"a\"@b.co", "a@[1.2.3.4]",
            "a(b)@c.co", "a@b_c.co", "é@b.co", "a@bücher.de", "a:b@c.co", "a;b@c.co", "a\\b@c.co", "a\0@b.co"})
    void whatIsMoreOrLessThanAnAddressIsRefused(String address) {
        assertThat(EmailAddress.problem(address)).contains("email must be a valid email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "-", "a-", "a@", "a@a.", "a@a-"})
    void aLongTextIsJudgedAtOnce(String unit) {
        var start = System.nanoTime();
        EmailAddress.problem(unit.repeat(100_000));
        EmailAddress.problem("a@" + unit.repeat(100));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Provide
    Arbitrary<String> addresses() {
        var pieces = Arbitraries.of("a", "B", "1", ".", "-", "_", "+", "'", "!", "%", "=", "`", "{", "/", "é", "ŀ", " ", "\n", ",", "\"", "(", "<", ">", ":",
                ";", "@", "x".repeat(63), "x".repeat(200), "xn--");
        var text = pieces.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("", list));
        return text.flatMap(local -> text.map(domain -> local + "@" + domain + ".example"));
    }
}
