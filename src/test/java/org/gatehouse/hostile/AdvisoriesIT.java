package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became an advisory elsewhere, by its number. */
@Tag("once")
class AdvisoriesIT {

    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final Gatehouse gatehouse = Guarded.gatehouse();
    private final Wire wire = Wire.to(gatehouse);
    private final String name = "u" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    @DisplayName("CVE-2023-38507: spelling the path differently does not evade the rate limit")
    void spellingThePathDifferentlyDoesNotEvadeTheRateLimit() {
        var spellings = List.of("/api/auth/local", "/api/AUTH/local", "/api/auth/local/", "/api/auth/Local;a=1",
                "/api/auth;b=2/local", "/api/auth/local?c=3", "/api/auth/local//", "http://other.example/api/auth/local");
        var address = Guarded.newAddress();
        var refused = IntStream.range(0, 3 * Guarded.LIMIT).map(number ->
                wire.send(login(spellings.get(number % spellings.size()), "nobody" + number).with(address)).status())
                .filter(status -> status == 429).count();
        assertThat(refused).isEqualTo(2L * Guarded.LIMIT);
    }

    @Test
    @DisplayName("CVE-2025-64526: choosing another e-mail address does not evade the rate limit")
    void choosingAnotherAddressDoesNotEvadeTheRateLimit() {
        for (var path : List.of("forgot-password", "send-email-confirmation", "local/register")) {
            var address = Guarded.newAddress();
            var refused = IntStream.range(0, 2 * Guarded.LIMIT).map(number ->
                    wire.send(WireRequest.post("/api/auth/" + path, "{\"email\":\"" + name + number + "@example.org\"}")
                            .with(address)).status()).filter(status -> status == 429).count();
            assertThat(refused).as(path).isEqualTo(Guarded.LIMIT);
        }
    }

    @Test
    @DisplayName("CVE-2025-64526: writing X-Forwarded-For oneself does not evade the rate limit")
    void writingTheForwardedAddressOneselfDoesNotEvadeTheRateLimit() {
        var address = Guarded.newAddress();
        var statuses = IntStream.range(0, Guarded.LIMIT + 1).map(number -> wire.send(login("/api/auth/local", "nobody")
                .with("X-Forwarded-For: 192.0.2." + number).with(address)).status()).toArray();
        assertThat(statuses[Guarded.LIMIT]).isEqualTo(429);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"confirmed", "blocked", "role", "id", "documentId", "provider", "passwordHash", "password_hash",
            "resetPasswordToken", "confirmationToken", "tokenVersion", "createdAt", "createdBy", "__proto__"})
    @DisplayName("CVE-2023-39345: registration does not write private fields")
    void registrationDoesNotWritePrivateFields(String field) {
        var answer = register(field, "1");
        Decency.checkRefusal(answer, 400);
        assertThat(answer.message()).isEqualTo("Invalid parameters: " + field);
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_user where username = ?", name)).isZero();
    }

    @Test
    @DisplayName("CVE-2023-39345: a field that is allowed reaches the account, and nothing hidden in it does")
    void anAllowedFieldReachesTheAccountAndNothingElse() {
        var user = register("nickname", "al\",\"confirmed\":true,\"x\":\"").json().getJsonObject("user");
        assertThat(user.getString("nickname")).isEqualTo("al\",\"confirmed\":true,\"x\":\"");
        assertThat(user.keySet()).containsExactlyInAnyOrder("id", "documentId", "username", "email", "provider",
                "confirmed", "blocked", "createdAt", "updatedAt", "publishedAt", "nickname");
    }

    @Test
    @DisplayName("CVE-2023-22621: what users typed is never run as a template")
    void whatUsersTypedIsNeverRunAsATemplate() {
        var evil = "<%= TOKEN %><% 7*7 %>${7*7}<b>" + name;
        gatehouse.setting("gatehouse.email.reset-password.subject", "For <%= USER.username %>");
        gatehouse.setting("gatehouse.email.reset-password.message", "<p>Dear <%= USER.username %></p>");
        try {
            var email = name + "@example.org";
            register(evil, email, "{}");
            wire.send(WireRequest.post("/api/auth/forgot-password", "{\"email\":\"" + email + "\"}").with(Guarded.newAddress()));
            var mail = gatehouse.inbox().awaitMailTo(email);
            assertThat(mail.subject()).isEqualTo("For " + evil);
            assertThat(mail.text()).contains("Dear " + evil);
            assertThat(mail.html()).contains("&lt;%= TOKEN %&gt;&lt;% 7*7 %&gt;${7*7}&lt;b&gt;" + name);
        } finally {
            gatehouse.resetSetting("gatehouse.email.reset-password.subject");
            gatehouse.resetSetting("gatehouse.email.reset-password.message");
        }
    }

    private static WireRequest login(String target, String identifier) {
        return WireRequest.post(target, "{\"identifier\":\"" + identifier + "\",\"password\":\"x\"}");
    }

    private WireAnswer register(String field, String value) {
        return register(name, name + "@example.org", Json.createObjectBuilder().add(field, value).build().toString());
    }

    private WireAnswer register(String username, String email, String more) {
        var body = Json.createObjectBuilder(Json.createReader(new java.io.StringReader(more)).readObject())
                .add("username", username).add("email", email).add("password", PASSWORD).build();
        return wire.send(WireRequest.post("/api/auth/local/register", body.toString()).with(Guarded.newAddress()));
    }
}
