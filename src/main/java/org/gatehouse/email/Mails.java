package org.gatehouse.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;

/** Writes mails from templates and puts them into the outbox. */
@Singleton
public class Mails {

    private static final String NOBODY = "";

    private final Settings settings;
    private final PublicUrl url;
    private final Outbox outbox;

    @Inject
    Mails(Settings settings, PublicUrl url, Outbox outbox) {
        this.settings = settings;
        this.url = url;
        this.outbox = outbox;
    }

    /**
     * Queues a mail within the caller's transaction; it leaves after that has been committed.
     *
     * @param language  the reader's, as far as it is known
     * @param variables what the template's variables stand for
     */
    public void send(EmailTemplate template, Recipient to, Locale language, Map<String, String> variables) {
        outbox.add(write(template, to.email(), to, language, variables));
    }

    /**
     * Goes through the same steps for nobody: so that whoever asks on behalf of an unknown address cannot tell by the
     * time it takes.
     */
    public void pretendToSend(EmailTemplate template, Recipient to, Locale language, Map<String, String> variables) {
        outbox.add(write(template, NOBODY, to, language, variables));
    }

    private Message write(EmailTemplate template, String address, Recipient to, Locale language,
            Map<String, String> variables) {
        var values = new HashMap<>(variables);
        values.put("SERVER_URL", url.base().toString());
        values.put("ADMIN_URL", url.base() + "/console");
        values.put("USER.username", to.username());
        values.put("USER.email", to.email());
        var variant = variant(language);
        var subject = variant.flatMap(code -> settings.get(template.subject(code)))
                .or(() -> settings.get(template.subject())).orElseGet(template::defaultSubject);
        var message = variant.flatMap(code -> settings.get(template.message(code)))
                .or(() -> settings.get(template.message())).orElseGet(template::defaultMessage);
        return new Message(address, settings.get(template.fromEmail()).orElse(""),
                settings.get(template.fromName()).orElse(""), settings.get(template.responseEmail()).orElse(""),
                TemplateText.line(subject, values), TemplateText.text(message, values),
                TemplateText.html(message, values));
    }

    private Optional<String> variant(Locale language) {
        return settings.get(EmailSettings.LANGUAGES).stream().filter(language.getLanguage()::equals).findFirst();
    }
}
