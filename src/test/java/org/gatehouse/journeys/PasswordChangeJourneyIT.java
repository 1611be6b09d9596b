package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who know their password choose another (ASVS 6.2.2, 6.2.3, 7.4.3). */
class PasswordChangeJourneyIT {

    private static final String WRONG_CURRENT = "The provided current password is invalid";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();
    private String token;

    @BeforeEach
    void adaHasAnAccount() {
        token = ada.joins(gatehouse);
    }

    @Test
    void aNewPasswordSignsInAnewAndEndsAllOlderTokens() {
        var onAnotherDevice = ada.loginAt(gatehouse).jwt();

        Answer changed = Expect.status(200, gatehouse.changePassword(token, ada.password(), Person.OTHER_PASSWORD));

        assertThat(changed.json().getJsonObject("user").getString("username")).isEqualTo(ada.username());
        Expect.status(200, gatehouse.me(changed.jwt()));
        Expect.invalidToken(gatehouse.me(token));
        Expect.invalidToken(gatehouse.me(onAnotherDevice));
        Expect.invalidLogin(ada.loginAt(gatehouse));
        Expect.status(200, ada.withPassword(Person.OTHER_PASSWORD).loginAt(gatehouse));
    }

    @Test
    void itTakesTheCurrentPassword() {
        Expect.refusal(400, WRONG_CURRENT, gatehouse.changePassword(token, "not the password", Person.OTHER_PASSWORD));

        Expect.status(200, gatehouse.me(token));
        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void theNewPasswordIsAnotherOneAndTypedTwice() {
        Expect.refusal(400, "Your new password must be different than your current password",
                gatehouse.changePassword(token, ada.password(), ada.password()));
        Expect.refusal(400, "Passwords do not match", gatehouse.as(token).post("/api/auth/change-password",
                Map.of("currentPassword", ada.password(), "password", Person.OTHER_PASSWORD,
                        "passwordConfirmation", Person.OTHER_PASSWORD + "!")));
        Expect.status(200, gatehouse.me(token));
    }

    @Test
    void theNewPasswordFollowsTheSamePolicyAsTheFirst() {
        Expect.refusal(400, "password must be at least 8 characters",
                gatehouse.changePassword(token, ada.password(), "short"));
        Expect.refusal(400, "password is one of the most common ones, please choose another",
                gatehouse.changePassword(token, ada.password(), "password1"));
        Expect.refusal(400, "password must not contain your name or address, or the name of this site",
                gatehouse.changePassword(token, ada.password(), "I am " + ada.username()));
    }

    @Test
    void nobodyElsesTokensEnd() {
        var tokenOfBob = Person.anybody().joins(gatehouse);

        gatehouse.changePassword(token, ada.password(), Person.OTHER_PASSWORD);

        Expect.status(200, gatehouse.me(tokenOfBob));
    }

    @Test
    void whoeverIsNotSignedInMayNotAsk() {
        var body = Map.of("currentPassword", ada.password(), "password", Person.OTHER_PASSWORD,
                "passwordConfirmation", Person.OTHER_PASSWORD);

        Expect.forbidden(gatehouse.post("/api/auth/change-password", body));
        gatehouse.grant("public", Roles.ACTION + "auth.changePassword");
        try {
            Expect.refusal(400, "You must be authenticated to reset your password",
                    gatehouse.post("/api/auth/change-password", body));
        } finally {
            gatehouse.revoke("public", Roles.ACTION + "auth.changePassword");
        }
    }

    @Test
    void someoneWithoutAPasswordHereIsRefusedLikeSomeoneWithAnother() {
        gatehouse.database().update("update gatehouse_user set password_hash = null where username = ?", ada.username());

        Expect.refusal(400, WRONG_CURRENT, gatehouse.changePassword(token, ada.password(), Person.OTHER_PASSWORD));
    }
}
