package org.gatehouse.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;

/** Hands a mail to the SMTP server. */
@Singleton
class MailTransport {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSessions sessions;
    private final Settings settings;
    private final PublicUrl url;
    private final Clock clock;

    @Inject
    MailTransport(MailSessions sessions, Settings settings, PublicUrl url, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.url = url;
        this.clock = clock;
    }

    /** A mail did not get through; trying again may help. */
    static final class DeliveryException extends Exception {

        private static final long serialVersionUID = 1;

        DeliveryException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    void send(Message message) throws DeliveryException {
        try {
            Transport.send(mime(message, sessions.current()));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new DeliveryException(e.getMessage(), e);
        }
    }

    private MimeMessage mime(Message message, Session session)
            throws MessagingException, UnsupportedEncodingException {
        var mime = new MimeMessage(session);
        mime.setFrom(new InternetAddress(sender(message, session), name(message), UTF_8));
        mime.setRecipient(RecipientType.TO, new InternetAddress(asciiOnly(message.to())));
        if (!message.replyTo().isEmpty()) {
            mime.setReplyTo(InternetAddress.parse(message.replyTo()));
        }
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office notes, please
        var text = new MimeBodyPart();
        text.setText(message.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        mime.setContent(new MimeMultipart("alternative", text, html));
        mime.saveChanges();
        return mime;
    }

    /** Some mail libraries cut other characters to one byte, which makes another address of it, or a command. */
    private static String asciiOnly(String address) throws AddressException {
        if (!address.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new AddressException("the address has characters that cannot be sent");
        }
        return address;
    }

    private String sender(Message message, Session session) {
        return Optional.of(message.from()).filter(from -> !from.isEmpty())
                .or(() -> settings.get(EmailSettings.FROM))
                .or(() -> Optional.ofNullable(session.getProperty("mail.from")))
                .orElseGet(() -> "no-reply@" + url.base().getHost());
    }

    private static String name(Message message) {
        return message.fromName().isEmpty() ? null : message.fromName();
    }
}
