package org.gatehouse.systems;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param text the plain text part, empty if there is none
 * @param html the HTML part, empty if there is none
 * @param headers every header as {@code Name: value}, for what has no component of its own
 */
public record Mail(String subject, String from, String replyTo, List<String> to, String text, String html,
                   List<String> headers) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final Pattern CODE = Pattern.compile("[?&](?:code|confirmation)=([^&#\\s\"'<>]+)");

    public Mail {
        to = List.copyOf(to);
        headers = List.copyOf(headers);
    }

    /** The first link, from the text if there is one, else from the HTML. */
    public String link() {
        return text.isEmpty()
                ? first(LINK, 0, html).replace("&amp;", "&")
                : first(LINK, 0, text);
    }

    /** What the first link carries as {@code code} or {@code confirmation}. */
    public String code() {
        return first(CODE, 1, link());
    }

    private String first(Pattern pattern, int group, String where) {
        Matcher matcher = pattern.matcher(where);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in the mail \"" + subject + "\": " + where);
        }
        return matcher.group(group);
    }
}
