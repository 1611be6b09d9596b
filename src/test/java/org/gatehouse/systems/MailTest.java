package org.gatehouse.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

    @Test
    void theLinkOfTheTextComesBeforeThatOfTheHtml() {
        Mail mail = mail("Go to http://localhost/a?confirmation=abc&x=1 now", "<a href=\"http://localhost/b\">go</a>");

        assertThat(mail.link()).isEqualTo("http://localhost/a?confirmation=abc&x=1");
        assertThat(mail.code()).isEqualTo("abc");
    }

    @Test
    void aLinkOfTheHtmlIsUnescaped() {
        Mail mail = mail("", "<a href=\"https://localhost/a?x=1&amp;code=abc\">go</a>");

        assertThat(mail.link()).isEqualTo("https://localhost/a?x=1&code=abc");
        assertThat(mail.code()).isEqualTo("abc");
    }

    @Test
    void aCodeMayStandAlone() {
        assertThat(mail("Type this: ?code=abc", "").code()).isEqualTo("abc");
    }

    @Test
    void aMissingLinkShowsTheMail() {
        Mail mail = mail("No link here", "");

        assertThatThrownBy(mail::link).isInstanceOf(AssertionError.class).hasMessageContaining("No link here");
    }

    private static Mail mail(String text, String html) {
        return new Mail("Hello", "a@localhost", "a@localhost", List.of("b@localhost"), text, html, List.of(), Instant.EPOCH);
    }
}
