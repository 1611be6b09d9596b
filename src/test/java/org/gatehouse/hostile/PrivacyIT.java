package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who has an account is not told: not by words, limits, errors or what another request answers. */
@Tag("once")
class PrivacyIT {

    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final String PRIVACY = "gatehouse.accounts.privacy";
    private static final String CONFIRMATION = "gatehouse.advanced.email-confirmation";

    private final Gatehouse gatehouse = Guarded.gatehouse();
    private final Wire wire = Wire.to(gatehouse);
    private final String unique = UUID.randomUUID().toString().substring(0, 13);

    @AfterEach
    void asPackaged() {
        gatehouse.resetSetting(PRIVACY);
        gatehouse.resetSetting(CONFIRMATION);
    }

    @Test
    void theLimitOfFailedLoginsIsAlikeForKnownAndUnknown() {
        register("known" + unique, address("known"));
        assertThat(failedLogins("known" + unique)).isEqualTo(failedLogins("unknown" + unique));
        assertThat(failedLogins(address("known"))).isEqualTo(failedLogins(address("unknown")));
    }

    @Test
    void theLimitOfOneSpellingDoesNotTellWhetherAnotherIsKnown() {
        register("case" + unique, address("case"));
        assertThat(afterFailedLoginsInCapitals("case" + unique)).isEqualTo(afterFailedLoginsInCapitals("none" + unique));
    }

    @Test
    void loginAnswersUnknownBlockedAndUnconfirmedAlikeUntilThePasswordIsRight() {
        gatehouse.setting(CONFIRMATION, "true");
        register("unconfirmed" + unique, address("unconfirmed"));
        register("blocked" + unique, address("blocked"));
        gatehouse.database().update("update gatehouse_user set confirmed = true, blocked = true where username = ?", "blocked" + unique);
        for (var name : List.of("unconfirmed", "blocked", "unknown")) {
            var answer = login(name + unique, "wrong");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).isEqualTo("Invalid identifier or password");
        }
    }

    @Test
    void underStrictPrivacyALoginAfterARegistrationDoesNotTellWhetherTheAddressWasTaken() {
        var taken = beStrictWithATakenAddress();
        register("first" + unique, taken);
        register("second" + unique, address("free"));
        var first = login("first" + unique, PASSWORD);
        var second = login("second" + unique, PASSWORD);
        assertThat(first.body()).isEqualTo(second.body());
    }

    @Test
    void underStrictPrivacyASecondRegistrationDoesNotTellWhetherTheAddressWasTaken() {
        var taken = beStrictWithATakenAddress();
        register("first" + unique, taken);
        register("second" + unique, address("free"));
        var first = register("first" + unique, address("other"));
        var second = register("second" + unique, address("another"));
        assertThat(first.status()).isEqualTo(second.status());
    }

    @Test
    void underStrictPrivacyRegistrationsOfOneAddressAtOnceAreAnsweredAlike() {
        beStrictWithATakenAddress();
        for (var round = 0; round < 5; round++) {
            var email = address("race" + round);
            var statuses = IntStream.range(0, 5).mapToObj(number -> "racer" + number + email.substring(0, 20))
                    .map(name -> CompletableFuture.supplyAsync(() -> register(name, email).status())).toList().stream()
                    .map(CompletableFuture::join).toList();
            assertThat(statuses).containsOnly(200);
        }
    }

    private String beStrictWithATakenAddress() {
        var taken = address("taken");
        register("owner" + unique, taken);
        gatehouse.setting(CONFIRMATION, "true");
        gatehouse.setting(PRIVACY, "strict");
        return taken;
    }

    private List<Integer> failedLogins(String identifier) {
        return IntStream.rangeClosed(0, Guarded.LIMIT).mapToObj(number -> login(identifier, "wrong").status()).toList();
    }

    private int afterFailedLoginsInCapitals(String identifier) {
        failedLogins(identifier.toUpperCase(java.util.Locale.ROOT));
        return login(identifier, "wrong").status();
    }

    private WireAnswer login(String identifier, String password) {
        return wire.send(WireRequest.post("/api/auth/local",
                "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(identifier, password)).with(Guarded.newAddress()));
    }

    private WireAnswer register(String username, String email) {
        return wire.send(WireRequest.post("/api/auth/local/register",
                "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(username, email, PASSWORD))
                .with(Guarded.newAddress()));
    }

    private String address(String name) {
        return name + "-" + unique + "@example.org";
    }
}
