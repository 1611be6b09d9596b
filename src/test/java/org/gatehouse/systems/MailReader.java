package org.gatehouse.systems;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what came over the wire into what its reader sees. */
final class MailReader {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private MailReader() {
    }

    static Mail read(MimeMessage message) {
        try {
            MailReader reader = new MailReader();
            reader.collect(message);
            List<String> to = Arrays.stream(message.getAllRecipients())
                    .map(recipient -> ((InternetAddress) recipient).getAddress())
                    .toList();
            Instant received = message.getReceivedDate() == null ? Instant.now() : message.getReceivedDate().toInstant();
            return new Mail(message.getSubject(), addresses(message.getFrom()), addresses(message.getReplyTo()), to,
                    reader.text.toString(), reader.html.toString(), headers(message), received);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }

    private static String addresses(Address[] addresses) {
        return addresses == null ? "" : Arrays.stream(addresses)
                .map(address -> ((InternetAddress) address).toUnicodeString())
                .collect(Collectors.joining(", "));
    }

    private static List<String> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map((Header header) -> header.getName() + ": " + header.getValue())
                .toList();
    }
}
