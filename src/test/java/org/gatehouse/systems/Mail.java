package org.gatehouse.systems;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param from the sender, with the display name if there is one: {@code Name <address>}
 * @param replyTo where answers go; the sender if the mail does not say
 * @param to the bare addresses it went to
 * @param text the plain text part, empty if there is none
 * @param html the HTML part, empty if there is none
 * @param headers every header as {@code Name: value}, for what has no component of its own
 */
public record Mail(String subject, String from, String replyTo, List<String> to, String text, String html,
                   List<String> headers, Instant received) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final Pattern CODE = Pattern.compile("[?&;](?:code|confirmation)=([^&#\\s\"'<>]+)");

    public Mail {
        subject = subject == null ? "" : subject;
        to = List.copyOf(to);
        headers = List.copyOf(headers);
    }

    public boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    /** The first link, from the text if there is one, else from the HTML. */
    public String link() {
        return first(LINK, 0);
    }

    /** The first {@code ?code=} or {@code ?confirmation=}, whether it stands in a link or alone. */
    public String code() {
        return first(CODE, 1);
    }

    private String first(Pattern pattern, int group) {
        String body = text.isBlank() ? html.replace("&amp;", "&") : text;
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("The mail \"" + subject + "\" has no " + pattern + ": " + body);
        }
        return matcher.group(group);
    }
}
