package org.gatehouse.email;

import org.gatehouse.platform.JsonValues;

/**
 * A mail, ready to be sent.
 *
 * @param to       the address it goes to; empty for a mail to nobody
 * @param from     the sender's address; empty for the mail session's own
 * @param fromName the name to show with it; may be empty
 * @param replyTo  where answers go; empty for the sender
 */
record Message(String to, String from, String fromName, String replyTo, String subject, String text, String html) {

    static Message parse(String json) {
        var object = JsonValues.parseObject(json);
        return new Message(object.getString("to"), object.getString("from"), object.getString("fromName"),
                object.getString("replyTo"), object.getString("subject"), object.getString("text"),
                object.getString("html"));
    }

    String toJson() {
        return JsonValues.object().add("to", to).add("from", from).add("fromName", fromName)
                .add("replyTo", replyTo).add("subject", subject).add("text", text).add("html", html).build().toString();
    }

    /** Never prints the text: links in it are secrets. */
    @Override
    public String toString() {
        return "Message '" + subject + "'";
    }
}
