package org.gatehouse.systems;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A mail server on loopback that takes every mail for everybody, and the mailboxes behind it. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Logger MAIL_SERVER = Logger.getLogger("com.icegreen.greenmail");

    static {
        // It reports every mailbox it makes. The field keeps the logger, and with it the level, from being collected.
        MAIL_SERVER.setLevel(Level.WARNING);
    }

    private final int port = Ports.free();
    private GreenMail server;

    /** A new one, started. */
    public static Inbox open() {
        Inbox inbox = new Inbox();
        inbox.start();
        return inbox;
    }

    /** Starts it; after {@link #stop()} on the same port, with empty mailboxes. */
    public void start() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Refuses connections from now on, as an outage does. */
    public void stop() {
        server.stop();
    }

    public int port() {
        return port;
    }

    /** Every mail, oldest first. */
    public List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(MailReader::read).toList();
    }

    /** The mails to this address, oldest first. */
    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.isTo(address)).toList();
    }

    /** The newest mail to this address, waiting until there is one. */
    public Mail awaitMailTo(String address) {
        List<Mail> mails = awaitMailsTo(address, 1);
        return mails.get(mails.size() - 1);
    }

    /** The mails to this address, oldest first, waiting until there are at least as many. */
    public List<Mail> awaitMailsTo(String address, int count) {
        return Await.present(count + " mail(s) to " + address, PATIENCE,
                () -> Optional.of(mailsTo(address)).filter(mails -> mails.size() >= count));
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server needs to send its mail here. */
    Map<String, String> environment() {
        return Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(port), "SMTP_AUTH", "false",
                "SMTP_TLS", "false", "SMTP_FROM", "gatehouse@localhost");
    }
}
