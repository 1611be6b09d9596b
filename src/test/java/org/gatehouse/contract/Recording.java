package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recorded cases on the class path, group by group in the order in which they were sent. */
final class Recording {

    /** A phase started from an empty database; within it each group starts from what the groups before it left. */
    static final List<List<String>> PHASES_AS_PACKAGED = List.of(
            List.of("register", "login", "change-password", "forgot-password", "email-templates", "email-confirmation"),
            List.of("races", "public-role-without-any-permission", "templates"),
            List.of("option-register-allowedfields", "option-jwt-expiresin-2s"),
            List.of("option-jwt-expiresin-3600-algorithm-hs512"),
            List.of("node-env-development"),
            List.of("users-without-permission", "users", "users-create", "users-delete"));

    static final List<List<String>> PHASES_WITH_PASSWORD_RULE =
            List.of(List.of("option-validationrules-validatepassword"));

    static final List<List<String>> PHASES_BEHIND_A_PROXY = List.of(List.of("server-proxy-true"));

    static final List<List<String>> PHASES_WITH_SESSIONS = List.of(
            List.of("refresh-mode-tokens", "refresh-mode-refresh", "refresh-mode-sessions",
                    "refresh-mode-e-mail-confirmation", "refresh-mode-cookie-by-request-header",
                    "refresh-mode-deleted-user"),
            List.of("refresh-mode-httponly-cookie"),
            List.of("refresh-mode-short-lives"),
            List.of("refresh-mode-user-deleted-by-the-api", "refresh-mode-two-refreshes-at-once"));

    static final List<List<String>> PHASES_WITH_PROVIDERS = List.of(List.of("connect-not-enabled", "connect-incomplete",
            "connect-every-provider", "connect-second-login", "connect-callback-parameter", "connect-callback-errors"));

    private Recording() {
    }

    static List<RecordedCase> group(String name) {
        JsonObject group = read(name + ".json").asJsonObject();
        return group.getJsonArray("cases").getValuesAs(JsonObject.class).stream().map(RecordedCase::new).toList();
    }

    static Map<String, RecordedCase> all() {
        Map<String, RecordedCase> cases = new LinkedHashMap<>();
        Stream.of(PHASES_AS_PACKAGED, PHASES_WITH_PASSWORD_RULE, PHASES_BEHIND_A_PROXY,
                        PHASES_WITH_SESSIONS, PHASES_WITH_PROVIDERS)
                .flatMap(List::stream).flatMap(List::stream)
                .flatMap(name -> group(name).stream()).forEach(recorded -> {
            if (cases.put(recorded.id(), recorded) != null) {
                throw new IllegalStateException("Recorded twice: " + recorded.id());
            }
        });
        return cases;
    }

    static JsonStructure read(String file) {
        InputStream stream = Recording.class.getResourceAsStream("/contract/" + file);
        if (stream == null) {
            throw new IllegalArgumentException("No recording named " + file);
        }
        try (JsonReader reader = Json.createReader(stream)) {
            return reader.read();
        }
    }
}
