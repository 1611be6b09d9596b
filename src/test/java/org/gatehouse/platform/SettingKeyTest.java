package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingKeyTest {

    private static final List<SettingKey<?>> KEYS = List.of(SettingKey.flag("gatehouse.x"), SettingKey.number("gatehouse.x", 1, 9),
            SettingKey.duration("gatehouse.x"), SettingKey.choice("gatehouse.x", PlatformSettings.Mode.class),
            SettingKey.optionalUrl("gatehouse.x"), SettingKey.optionalLink("gatehouse.x"), SettingKey.list("gatehouse.x"),
            PlatformSettings.PROXIES);

    @Property
    void aWrongValueIsRefusedByNameAndNothingElse(@ForAll("values") String value) {
        for (var key : KEYS) {
            try {
                key.parse(Optional.of(value));
            } catch (InvalidSettingException refusal) {
                assertThat(refusal).hasMessageContaining(key.name()).hasMessageContaining(key.allowed());
            }
        }
    }

    @Property
    void aTimeThatIsAllowedCanBeAddedToNow(@ForAll("times") String value) {
        var key = SettingKey.duration("gatehouse.x");
        try {
            var time = key.parse(Optional.of(value));
            assertThat(Instant.now().plus(time)).isAfter(Instant.now());
            assertThat(time.toMillis()).isPositive();
        } catch (InvalidSettingException refusal) {
            assertThat(refusal).hasMessageContaining("gatehouse.x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/relative",
            "//host/x", "https//x", "http://a b", " javascript:x"})
    void aLinkThatABrowserWouldRunOrThatLeadsNowhereIsRefused(String link) {
        assertThatThrownBy(() -> SettingKey.optionalLink("gatehouse.x").parse(Optional.of(link)))
                .isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "https://", "https:///path", "mailto:a@b.example", "app:open"})
    void anAddressOfThePublicIsHttpAndHasAHost(String url) {
        assertThatThrownBy(() -> SettingKey.optionalUrl("gatehouse.x").parse(Optional.of(url)))
                .isInstanceOf(InvalidSettingException.class);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(20), times(),
                Arbitraries.of("true", "TRUE", "10.0.0.0/8", "10.0.0.0/99999999999", "::/0,", ",,,", "https://a.example", "production", "5"));
    }

    @Provide
    Arbitrary<String> times() {
        var amounts = Arbitraries.of("0", "-1", "1", "30", "99999999", "99999999999999", "999999999999999999999", "", "1.5");
        var units = Arbitraries.of("", "ms", "s", "m", "h", "d", "y", "dd", " d", "D");
        return Arbitraries.oneOf(amounts.flatMap(amount -> units.map(amount::concat)),
                Arbitraries.of("PT1M", "P1D", "-PT1M", "PT0S", "P99999999999999D", "PX", "P"));
    }
}
