package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and codes: where they must not appear, and what they are not good for. */
class SecretsIT {

    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Wire wire = Wire.to(gatehouse);
    private final String name = "s" + UUID.randomUUID().toString().substring(0, 13);
    private final String email = name + "@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"local", "local/register", "forgot-password", "reset-password", "send-email-confirmation"})
    void aPasswordIsNeverRepeatedWhereverItStands(String path) {
        var target = "/api/auth/" + path;
        var json = "{\"identifier\":1,\"email\":\"x\",\"username\":2,\"code\":3,\"password\":\"%s\",\"passwordConfirmation\":[\"%s\"]}"
                .replace("%s", PASSWORD);
        Decency.check(wire.send(WireRequest.post(target, json)), PASSWORD);
        Decency.check(wire.send(WireRequest.post(target, "[" + json + "]")), PASSWORD);
        Decency.check(wire.send(WireRequest.post(target, json.substring(0, json.length() - 1))), PASSWORD);
        Decency.check(wire.send(WireRequest.post(target, "{\"email\":{\"password\":\"" + PASSWORD + "\"}}")), PASSWORD);
        Decency.check(wire.send(WireRequest.post(target, "text/plain", HostileBody.bytes(json))), PASSWORD);
        Decency.check(wire.send(WireRequest.form(target, "password=" + PASSWORD)), PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "local/register", "forgot-password", "reset-password", "send-email-confirmation"})
    void jsonThatIsSentAsAFormDoesNotShowItsPassword(String path) {
        var json = "{\"username\":\"a\",\"email\":\"a@b.example\",\"password\":\"" + PASSWORD + "\"}";
        Decency.check(wire.send(WireRequest.form("/api/auth/" + path, json)), PASSWORD);
    }

    @Test
    void aCodeOfOnePurposeIsWorthNothingForAnother() {
        gatehouse.register(name, email, PASSWORD);
        gatehouse.forgotPassword(email);
        var reset = gatehouse.inbox().awaitMailTo(email).code();
        gatehouse.database().update("update gatehouse_user set confirmed = false where username = ?", name);
        Decency.checkRefusal(wire.send(WireRequest.get("/api/auth/email-confirmation?confirmation=" + reset)), 400);
        gatehouse.sendEmailConfirmation(email);
        var confirmation = gatehouse.inbox().awaitMailsTo(email, 2).get(1).code();
        assertThat(gatehouse.resetPassword(confirmation, PASSWORD + "2").status()).isEqualTo(400);
        assertThat(gatehouse.me(reset).status()).isEqualTo(401);
        assertThat(gatehouse.follow("/api/auth/email-confirmation?confirmation=" + confirmation).status()).isEqualTo(302);
        assertThat(gatehouse.resetPassword(reset, PASSWORD + "3").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsNoCode() {
        var jwt = gatehouse.register(name, email, PASSWORD).jwt();
        assertThat(gatehouse.resetPassword(jwt, PASSWORD + "2").status()).isEqualTo(400);
        assertThat(gatehouse.follow("/api/auth/email-confirmation?confirmation=" + jwt).status()).isEqualTo(400);
        assertThat(gatehouse.get("/api/users/me?access_token=" + jwt).status()).isEqualTo(403);
        assertThat(gatehouse.anonymous().with("Cookie", "jwt=" + jwt + "; token=" + jwt).get("/api/users/me").status())
                .isEqualTo(403);
    }

    @Test
    void whatIsStoredOfACodeIsNotTheCode() {
        gatehouse.register(name, email, PASSWORD);
        gatehouse.forgotPassword(email);
        var code = gatehouse.inbox().awaitMailTo(email).code();
        var stored = gatehouse.database().queryForString("select c.hash from gatehouse_one_time_code c join gatehouse_user u"
                + " on c.subject = cast(u.id as varchar(64)) where u.username = ?", name);
        assertThat(stored).hasSize(64).isNotEqualTo(code);
        assertThat(gatehouse.resetPassword(stored, PASSWORD + "2").status()).isEqualTo(400);
    }

    @Test
    void aChangedPasswordEndsALinkThatWasAskedForBefore() {
        var jwt = gatehouse.register(name, email, PASSWORD).jwt();
        gatehouse.forgotPassword(email);
        var code = gatehouse.inbox().awaitMailTo(email).code();
        assertThat(gatehouse.changePassword(jwt, PASSWORD, PASSWORD + "2").status()).isEqualTo(200);
        assertThat(gatehouse.resetPassword(code, PASSWORD + "3").status()).isEqualTo(400);
    }

    @Test
    void refusedLoginsAreInTheAuditLog() {
        gatehouse.register(name, email, PASSWORD);
        gatehouse.block(name);
        gatehouse.post("/api/auth/local", Map.of("identifier", name, "password", PASSWORD));
        gatehouse.post("/api/auth/local", Map.of("identifier", name, "password", "wrong"));
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_audit_event a join gatehouse_user u"
                + " on a.subject = u.document_id where u.username = ? and a.action = 'login'", name)).isEqualTo(2);
    }
}
