package org.gatehouse.email;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;

/** The settings of mails and of the way they leave. */
@Singleton
class EmailSettings implements SettingKeys {

    static final SettingKey<String> SESSION = SettingKey.text("gatehouse.mail.session");
    static final SettingKey<Optional<String>> HOST = SettingKey.optionalText("gatehouse.mail.host");
    static final SettingKey<Integer> PORT = SettingKey.number("gatehouse.mail.port", 1, 65535);
    static final SettingKey<Optional<String>> USERNAME = SettingKey.optionalText("gatehouse.mail.username");
    static final SettingKey<Optional<String>> PASSWORD = SettingKey.optionalText("gatehouse.mail.password");
    static final SettingKey<Security> SECURITY = SettingKey.choice("gatehouse.mail.security", Security.class);
    static final SettingKey<Optional<String>> FROM = SettingKey.optionalText("gatehouse.mail.from");
    static final SettingKey<Duration> RETRY_AFTER = SettingKey.duration("gatehouse.mail.retry-after");
    static final SettingKey<Duration> ATTEMPT_TIMEOUT = SettingKey.duration("gatehouse.mail.attempt-timeout");
    static final SettingKey<Duration> GIVE_UP_AFTER = SettingKey.duration("gatehouse.mail.give-up-after");
    static final SettingKey<List<String>> LANGUAGES = SettingKey.list("gatehouse.email.languages");

    /** How a connection of our own to an SMTP server is protected. */
    enum Security {
        /** TLS after STARTTLS (RFC 3207), which the server must offer. */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** None at all, for a server on the same machine. */
        NONE
    }

    @Override
    public List<SettingKey<?>> keys() {
        var keys = new ArrayList<SettingKey<?>>(List.of(SESSION, HOST, PORT, USERNAME, PASSWORD, SECURITY, FROM,
                RETRY_AFTER, ATTEMPT_TIMEOUT, GIVE_UP_AFTER, LANGUAGES));
        Arrays.stream(EmailTemplate.values()).forEach(template -> keys.addAll(template.keys(List.of())));
        return keys;
    }

    @Override
    public boolean knows(String name) {
        return Arrays.stream(EmailTemplate.values()).flatMap(template -> template.keys(List.of()).stream())
                .anyMatch(key -> name.startsWith(key.name() + "."));
    }

    /** Checks the variants of declared languages, whose names are not known beforehand. */
    @Override
    public Optional<String> contradiction(Settings settings) {
        Arrays.stream(EmailTemplate.values())
                .flatMap(template -> template.keys(settings.get(LANGUAGES)).stream()).forEach(settings::get);
        return Optional.empty();
    }
}
