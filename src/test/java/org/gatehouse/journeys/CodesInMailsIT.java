package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A code in a mail is as good as a password: nobody can guess it, and whoever reads the database cannot use it (ASVS
 * 6.5.2).
 */
class CodesInMailsIT {

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @BeforeEach
    void adaMustConfirmHerAddress() {
        ada.joins(gatehouse);
        gatehouse.database().update("update gatehouse_user set confirmed = false where username = ?", ada.username());
    }

    @Test
    void aResetCodeIsLongAndOnlyItsHashIsStored() {
        gatehouse.forgotPassword(ada.email());
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();

        assertThat(code).matches("[0-9a-f]{128}");
        assertThat(Codes.stored(gatehouse, ada)).isEqualTo(Codes.sha256(code));
        Expect.incorrectCode(gatehouse.resetPassword(Codes.sha256(code), Person.OTHER_PASSWORD));
    }

    @Test
    void aConfirmationCodeIsLongAndOnlyItsHashIsStored() {
        gatehouse.sendEmailConfirmation(ada.email());
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();

        assertThat(code).matches("[0-9a-f]{40}");
        assertThat(Codes.stored(gatehouse, ada)).isEqualTo(Codes.sha256(code));
        Expect.status(400, gatehouse.get("/api/auth/email-confirmation?confirmation=" + Codes.sha256(code)));
    }

    @Test
    void aCodeForOnePurposeIsWorthNothingForAnother() {
        gatehouse.sendEmailConfirmation(ada.email());
        var confirmation = gatehouse.inbox().awaitMailTo(ada.email()).code();
        gatehouse.forgotPassword(ada.email());
        var reset = gatehouse.inbox().awaitMailsTo(ada.email(), 2).get(1).code();

        Expect.incorrectCode(gatehouse.resetPassword(confirmation, Person.OTHER_PASSWORD));
        Expect.status(400, gatehouse.get("/api/auth/email-confirmation?confirmation=" + reset));
        Expect.status(302, gatehouse.get("/api/auth/email-confirmation?confirmation=" + confirmation));
        Expect.status(200, gatehouse.resetPassword(reset, Person.OTHER_PASSWORD));
    }
}
