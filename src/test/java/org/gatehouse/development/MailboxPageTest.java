package org.gatehouse.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gatehouse.systems.Mail;
import org.junit.jupiter.api.Test;

class MailboxPageTest {

    @Test
    void anEmptyMailboxSaysSo() {
        assertThat(MailboxPage.list(List.of())).contains("No mail yet");
    }

    @Test
    void theNewestMailComesFirst() {
        assertThat(MailboxPage.list(List.of(mail("first", "", ""), mail("second", "", ""))))
                .containsSubsequence("/mails/1\">second", "/mails/0\">first");
    }

    @Test
    void aMailWithoutSubjectCanStillBeOpened() {
        assertThat(MailboxPage.list(List.of(mail("", "", "")))).contains("/mails/0\">(no subject)");
    }

    @Test
    void linksOfTheTextCanBeFollowedAndEndBeforeTheFullStop() {
        assertThat(MailboxPage.show(mail("Hi", "Open http://localhost/a?b=1&c=2.", "")))
                .contains("<a href=\"http://localhost/a?b=1&amp;c=2\" target=\"_blank\"");
    }

    @Test
    void nothingOfAMailIsMarkupOfThePage() {
        String page = MailboxPage.show(mail("<b>s", "<script>t", "<script>alert('h')</script>\" onload=\"x"));

        assertThat(page).doesNotContain("<b>s", "<script>", "\" onload")
                .contains("&lt;b&gt;s", "&lt;script&gt;t", "&lt;script&gt;alert(&#39;h&#39;)");
    }

    @Test
    void theHtmlPartStaysInItsFrame() {
        assertThat(MailboxPage.show(mail("Hi", "", "<p>Hello</p>")))
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=")
                .doesNotContain("<h2>Text</h2>");
    }

    private static Mail mail(String subject, String text, String html) {
        return new Mail(subject, "a@localhost", "a@localhost", List.of("b@localhost"), text, html, List.of(),
                Instant.EPOCH);
    }
}
