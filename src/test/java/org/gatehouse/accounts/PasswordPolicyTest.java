package org.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;
import org.gatehouse.spi.PasswordRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> WORDS = List.of("margaret", "m.hamilton@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "PASSWORD1", "Password1", "qwertyuiop", "iloveyou", "\u212Aawasaki"})
    void commonPasswordsAreRefusedInAnyLetterCase(String password) {
        assertThat(accepts("standard", password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxMARGARETxx", "margaret1", "9-m.hamilton-9", "M.Hamilton@Example.org!", "gatehouse99", "GateHouse!!",
            "accounts.example.com-1"})
    void wordsOfTheContextAreRefusedInAnyLetterCase(String password) {
        assertThat(accepts("standard", password)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"standard,7,false", "standard,8,true", "standard,128,true", "standard,129,false", "strict,14,false", "strict,15,true",
            "contract,5,false", "contract,6,true"})
    void lengthCountsCharactersNotBytes(String kind, int length, boolean accepted) {
        assertThat(accepts(kind, "\uD83E\uDD86".repeat(length))).isEqualTo(accepted && (!kind.equals("contract") || length * 4 <= 72));
    }

    @Test
    void theContractsPasswordsEndAtSeventyTwoBytes() {
        assertThat(accepts("contract", "é".repeat(36))).isTrue();
        assertThat(accepts("contract", "é".repeat(36) + "a")).isFalse();
    }

    private static boolean accepts(String kind, String password) {
        var settings = new Settings();
        settings.replaceWith(1, name -> Optional.ofNullable(Map.of("gatehouse.password.policy", kind,
                "gatehouse.url", "https://accounts.example.com").get(name)));
        var policy = new PasswordPolicy(settings, new CommonPasswords(), noRules(), url(settings));
        return Stream.of(policy.formRules()).allMatch(rule -> rule.apply(password).isEmpty())
                && policy.weakness(password, WORDS).isEmpty();
    }

    private static PublicUrl url(Settings settings) {
        try {
            var constructor = PublicUrl.class.getDeclaredConstructor(Settings.class);
            constructor.setAccessible(true);
            return constructor.newInstance(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // a proxy knows no type arguments
    private static Instance<PasswordRule> noRules() {
        return (Instance<PasswordRule>) Proxy.newProxyInstance(PasswordPolicyTest.class.getClassLoader(), new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.<PasswordRule>empty());
    }
}
