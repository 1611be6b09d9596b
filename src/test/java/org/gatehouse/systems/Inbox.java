package org.gatehouse.systems;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A mail server that accepts everything for everybody, and the mailboxes behind it. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port = FreePort.choose();
    private GreenMail greenMail;

    /** Starts, or after {@link #stop()} starts again on the same port with empty mailboxes. */
    public void start() {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        greenMail = new GreenMail(setup);
        greenMail.start();
    }

    /** Refuses connections from now on, as an outage does. */
    public void stop() {
        greenMail.stop();
    }

    public int port() {
        return port;
    }

    public void clear() {
        greenMail.getManagers().getImapHostManager().getStore();
        try {
            greenMail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails to this address, oldest first. */
    public List<Mail> mailsTo(String address) {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(Inbox::read)
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** The newest mail to this address, waiting until there is one. */
    public Mail awaitMailTo(String address) {
        return awaitMailsTo(address, 1).get(0);
    }

    /** The mails to this address, newest first, waiting until there are as many. */
    public List<Mail> awaitMailsTo(String address, int count) {
        return List.of();
    }

    private static Mail read(MimeMessage message) {
        throw new UnsupportedOperationException();
    }
}
