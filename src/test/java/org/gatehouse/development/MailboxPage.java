package org.gatehouse.development;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.systems.Mail;

/**
 * The pages of the mailbox. Everything from a mail is escaped; its HTML part is shown in a frame that may open links
 * in a new window and nothing else.
 */
final class MailboxPage {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+[^\\s\"'<>.,;:!?)\\]]");
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">%s
            <title>%s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; \
            color: #1d2733; background: #fff; }
            a { color: #0b57a4; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #d8dee6; \
            overflow-wrap: anywhere; vertical-align: top; }
            dt { color: #5a6675; } dd { margin: 0 0 .4rem 0; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; background: #f3f5f8; }
            iframe { width: 100%%; height: 24rem; border: 1px solid #d8dee6; background: #fff; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private MailboxPage() {
    }

    /** All mails, newest first; the page looks again by itself. */
    static String list(List<Mail> mails) {
        if (mails.isEmpty()) {
            return page("Mailbox", true, "<h1>Mailbox</h1>\n<p>No mail yet. What Gatehouse sends appears here.</p>");
        }
        StringBuilder rows = new StringBuilder();
        for (int number = mails.size() - 1; number >= 0; number--) {
            Mail mail = mails.get(number);
            rows.append("<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>\n".formatted(
                    TIME.format(mail.received()), escape(String.join(", ", mail.to())), number, subject(mail)));
        }
        return page("Mailbox (" + mails.size() + ")", true, """
                <h1>Mailbox</h1>
                <table>
                <thead><tr><th>Time</th><th>To</th><th>Subject</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>""".formatted(rows));
    }

    static String show(Mail mail) {
        String text = mail.text().isBlank() ? "" : "<h2>Text</h2>\n<pre>" + linked(mail.text()) + "</pre>\n";
        String html = mail.html().isBlank() ? "" : """
                <h2>HTML</h2>
                <iframe title="HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="%s"></iframe>
                """.formatted(escape("<base target=\"_blank\">" + mail.html()));
        return page(mail.subject(), false, """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <dl>
                <dt>From</dt><dd>%s</dd>
                <dt>Reply to</dt><dd>%s</dd>
                <dt>To</dt><dd>%s</dd>
                <dt>Time</dt><dd>%s</dd>
                </dl>
                %s%s""".formatted(subject(mail), escape(mail.from()), escape(mail.replyTo()),
                escape(String.join(", ", mail.to())), TIME.format(mail.received()), text, html));
    }

    static String nothingHere() {
        return page("Not found", false, "<h1>Nothing here</h1>\n<p><a href=\"/\">All mails</a></p>");
    }

    private static String page(String title, boolean refreshing, String body) {
        String refresh = refreshing ? "\n<meta http-equiv=\"refresh\" content=\"3\">" : "";
        return FRAME.formatted(refresh, escape(title), body);
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : escape(mail.subject());
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            String target = escape(link.group());
            html.append(escape(text.substring(end, link.start())))
                    .append("<a href=\"").append(target).append("\" target=\"_blank\" rel=\"noreferrer\">")
                    .append(target).append("</a>");
            end = link.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
