package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Operators write the mails; what people typed stands in them and never becomes markup, header or code (ASVS 1.2.1,
 * 1.3.11).
 */
class MailTemplatesIT {

    private static final String RESET = "gatehouse.email.reset-password.";

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();

    @Test
    void theOperatorsTextsReplaceThePackagedOnes() {
        settings.set(Map.of(RESET + "subject", "<%= USER.username %>, your new password",
                RESET + "message", "<h1>Hello <%= USER.username %></h1><p><%= USER.email %></p>"
                + "<p><a href=\"<%= SERVER_URL %>/x?code=<%=TOKEN%>\">choose</a></p><p>&amp; bye</p>",
                RESET + "from.name", "Müller & Söhne",
                RESET + "from.email", "hello@example.org",
                RESET + "response-email", "support@example.org"));
        var ada = Person.anybody();

        Mail mail = resetMailFor(ada);

        assertThat(mail.subject()).isEqualTo(ada.username() + ", your new password");
        assertThat(mail.from()).contains("Müller & Söhne").contains("<hello@example.org>");
        assertThat(mail.replyTo()).isEqualTo("support@example.org");
        assertThat(mail.html()).contains("<h1>Hello " + ada.username() + "</h1>").contains("<p>" + ada.email() + "</p>")
                .contains("href=\"" + gatehouse.baseUri() + "/x?code=");
        assertThat(mail.text()).contains("Hello " + ada.username()).contains("& bye").doesNotContain("<");
    }

    @Test
    void withoutAnyTextsOfTheOperatorTheSenderIsThatOfTheMailSession() {
        Mail mail = resetMailFor(Person.anybody());

        assertThat(mail.from()).isEqualTo("gatehouse@localhost");
        assertThat(mail.text()).contains("?code=");
        assertThat(mail.headers()).contains("Auto-Submitted: auto-generated")
                .anyMatch(header -> header.startsWith("Content-Type: multipart/alternative"));
    }

    @Test
    void theReadersLanguageChoosesAmongTheLanguagesThereAre() {
        settings.set(Map.of("gatehouse.email.languages", "de,fr",
                RESET + "subject", "New password",
                RESET + "subject.de", "Neues Passwort",
                RESET + "message.de", "<p>Grüße! ?code=<%= TOKEN %></p>"));

        Mail german = resetMailFor(Person.anybody(), "de-AT,en;q=0.5");
        assertThat(german.subject()).isEqualTo("Neues Passwort");
        assertThat(german.html()).contains("Grüße!");
        Mail french = resetMailFor(Person.anybody(), "fr"); // declared, but nobody has translated anything yet
        assertThat(french.subject()).isEqualTo("New password");
        assertThat(french.text()).contains("You can use the following link");
        assertThat(resetMailFor(Person.anybody(), "es").subject()).isEqualTo("New password");
    }

    @Test
    void aNameIsEscapedInHtmlAndPlainInText() {
        settings.set(RESET + "message", "<p>Hello <%= USER.username %>!</p>");
        var name = "<img src=x onerror='alert(\"1\")'> & " + Person.anybody().username();

        Mail mail = resetMailFor(Person.named(name));

        assertThat(mail.html()).doesNotContain("<img").contains(
                "Hello " + name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                        .replace("'", "&#39;") + "!");
        assertThat(mail.text()).contains("Hello " + name + "!");
    }

    /** Nobody can register with such a name, but it may have been imported. */
    @Test
    void aNameWithLineBreaksAddsNoHeader() {
        settings.set(RESET + "subject", "For <%= USER.username %>");
        var eve = Person.anybody();
        eve.joins(gatehouse);
        gatehouse.database().update("update gatehouse_user set username = ? where username = ?",
                "eve\r\nBcc: victim@example.org\r\n\r\nhello", eve.username());

        gatehouse.forgotPassword(eve.email());

        Mail mail = gatehouse.inbox().awaitMailTo(eve.email());
        assertThat(mail.to()).containsExactly(eve.email());
        assertThat(mail.headers()).noneMatch(header -> header.toLowerCase().startsWith("bcc"));
        assertThat(mail.subject()).isEqualTo("For eve Bcc: victim@example.org hello");
        assertThat(gatehouse.inbox().mailsTo("victim@example.org")).isEmpty();
    }

    /** CVE-2023-22621 of the contract's origin: templates ran what stood in them. */
    @Test
    void aNameThatLooksLikeATemplateStaysAName() {
        settings.set(Map.of(RESET + "subject", "For <%= USER.username %>",
                RESET + "message", "<p>Hello <%= USER.username %>!</p>"));
        var name = "<%= TOKEN %> ${7*7} $1 \\1 " + Person.anybody().username();

        Mail mail = resetMailFor(Person.named(name));

        assertThat(mail.subject()).isEqualTo("For " + name);
        assertThat(mail.text()).contains("Hello " + name + "!");
        assertThat(mail.html()).contains("&lt;%= TOKEN %&gt; ${7*7} $1 \\1");
    }

    private Mail resetMailFor(Person person) {
        return resetMailFor(person, "en");
    }

    private Mail resetMailFor(Person person, String languages) {
        person.joins(gatehouse);
        Expect.status(200, gatehouse.anonymous().with("Accept-Language", languages)
                .post("/api/auth/forgot-password", Map.of("email", person.email())));
        return gatehouse.inbox().awaitMailTo(person.email());
    }
}
