package org.gatehouse.email;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code <%= NAME %>} in. That is all the language there is: no expressions, no blocks, no code (CVE-2023-22621).
 * What a person typed is escaped in HTML.
 */
final class TemplateText {

    private static final Pattern VARIABLE = Pattern.compile("<%=\\s*([A-Za-z_.]+)\\s*%>");
    private static final Pattern PARAGRAPH_END = Pattern.compile("(?i)<br\\s*/?>|</(p|div|h[1-6]|li|tr)>");
    private static final Pattern TAG = Pattern.compile("<[^%>][^>]*>");

    private TemplateText() {
    }

    /**
     * Refuses anything but known variables.
     *
     * @throws IllegalArgumentException with the words of the contract
     */
    static void check(String message, EmailTemplate template) {
        var withoutVariables = VARIABLE.matcher(message).replaceAll(found ->
                template.knows(found.group(1)) ? "" : "<%");
        if (withoutVariables.contains("<%") || withoutVariables.contains("${")) {
            throw new IllegalArgumentException("Invalid template");
        }
    }

    static String html(String message, Map<String, String> values) {
        return fill(message, values, TemplateText::escape);
    }

    /** The same message for readers without HTML: tags go before values come, so that no value is taken for a tag. */
    static String text(String message, Map<String, String> values) {
        var plain = TAG.matcher(PARAGRAPH_END.matcher(message).replaceAll("\n")).replaceAll("")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ")
                .replace("&amp;", "&").replaceAll("\n{3,}", "\n\n").strip();
        return fill(plain, values, UnaryOperator.identity());
    }

    /** One line: what would begin another header becomes a blank. Unknown variables stay as they are. */
    static String line(String subject, Map<String, String> values) {
        return fill(subject, values, UnaryOperator.identity()).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return VARIABLE.matcher(template).replaceAll(found -> {
            var value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : escape.apply(value));
        });
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
