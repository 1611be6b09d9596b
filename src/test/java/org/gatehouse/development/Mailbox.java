package org.gatehouse.development;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.systems.Inbox;
import org.gatehouse.systems.Mail;

/** Shows in the browser, on loopback only, what Gatehouse has mailed to anybody. */
final class Mailbox {

    private static final Pattern ONE_MAIL = Pattern.compile("/mails/([0-9]{1,9})");

    private final Inbox inbox;
    private final HttpServer server;

    private Mailbox(Inbox inbox, HttpServer server) {
        this.inbox = inbox;
        this.server = server;
    }

    static Mailbox open(int port, Inbox inbox) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            Mailbox mailbox = new Mailbox(inbox, HttpServer.create(address, 0));
            mailbox.server.createContext("/", mailbox::answer);
            mailbox.server.start();
            return mailbox;
        } catch (IOException e) {
            throw new CannotRun(("The mailbox cannot have port %d (%s); choose another with "
                    + "-Dgatehouse.run.mailbox-port=<port>").formatted(port, e.getMessage()));
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> page = exchange.getRequestMethod().equals("GET")
                    ? page(exchange.getRequestURI().getPath())
                    : Optional.empty();
            byte[] body = page.orElseGet(MailboxPage::nothingHere).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", MailboxPage.CONTENT_SECURITY_POLICY);
            exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Optional<String> page(String path) {
        List<Mail> mails = inbox.mails();
        if (path.equals("/")) {
            return Optional.of(MailboxPage.list(mails));
        }
        Matcher one = ONE_MAIL.matcher(path);
        if (!one.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(one.group(1));
        return number < mails.size() ? Optional.of(MailboxPage.show(mails.get(number))) : Optional.empty();
    }
}
