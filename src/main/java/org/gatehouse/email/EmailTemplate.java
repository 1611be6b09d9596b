package org.gatehouse.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.platform.SettingKey;

/**
 * The mails that Gatehouse writes. Each can be changed by settings below {@code gatehouse.email.<name>}: {@code
 * subject}, {@code message}, {@code from.name}, {@code from.email} and {@code response-email}; subject and message also
 * for one language, by its code at the end ({@code …message.de}).
 */
public enum EmailTemplate {
    RESET_PASSWORD("reset-password", "Reset password", Set.of("URL", "TOKEN")),
    EMAIL_CONFIRMATION("email-confirmation", "Account confirmation", Set.of("URL", "CODE")),
    /** For someone who asks for a new password but has none here, since a provider knows them. */
    PROVIDER_REMINDER("provider-reminder", "How to log in", Set.of("URL", "PROVIDER")),
    /** For the owner of an address with which somebody tried to register again. */
    ALREADY_REGISTERED("already-registered", "You already have an account", Set.of("URL"));

    /** Known in every mail. */
    private static final Set<String> COMMON = Set.of("SERVER_URL", "ADMIN_URL", "USER.username", "USER.email");

    private final String settingName;
    private final String defaultSubject;
    private final Set<String> variables;

    EmailTemplate(String settingName, String defaultSubject, Set<String> variables) {
        this.settingName = settingName;
        this.defaultSubject = defaultSubject;
        this.variables = variables;
    }

    /** Whether a message may use this variable. */
    boolean knows(String variable) {
        return variables.contains(variable) || COMMON.contains(variable);
    }

    String defaultSubject() {
        return defaultSubject;
    }

    /** The packaged message; it is no MicroProfile Config default, since Config would give {@code ${}} a meaning. */
    String defaultMessage() {
        try (var stream = EmailTemplate.class.getResourceAsStream("/email/" + settingName + ".html")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SettingKey<Optional<String>> subject() {
        return key("subject");
    }

    SettingKey<Optional<String>> subject(String language) {
        return key("subject." + language);
    }

    SettingKey<Optional<String>> message() {
        return messageKey("message");
    }

    SettingKey<Optional<String>> message(String language) {
        return messageKey("message." + language);
    }

    SettingKey<Optional<String>> fromName() {
        return key("from.name");
    }

    SettingKey<Optional<String>> fromEmail() {
        return key("from.email");
    }

    SettingKey<Optional<String>> responseEmail() {
        return key("response-email");
    }

    List<SettingKey<Optional<String>>> keys(List<String> languages) {
        return Stream.concat(
                Stream.of(subject(), message(), fromName(), fromEmail(), responseEmail()),
                languages.stream().flatMap(language -> Stream.of(subject(language), message(language)))).toList();
    }

    private SettingKey<Optional<String>> key(String part) {
        return SettingKey.optionalText("gatehouse.email." + settingName + "." + part);
    }

    private SettingKey<Optional<String>> messageKey(String part) {
        return new SettingKey<>(key(part).name(), "a text in which <%= NAME %> stands only for " + String.join(", ",
                Stream.concat(variables.stream(), COMMON.stream()).sorted().toList()), text -> {
                    text.ifPresent(message -> TemplateText.check(message, this));
                    return text;
                });
    }
}
