package org.gatehouse.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a recorded text that differ with every run, written {@code {{kind}}} or {@code {{kind name}}}.
 *
 * <p>A kind says which shape is accepted, so that nothing passes for merely being there. A name ties places together:
 * what {@code {{id alice}}} was in one answer it has to be in all others, and nobody else's id may be the same.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)(?: ([^}]+))?}}");

    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("id", "[1-9][0-9]{0,18}"),
            Map.entry("documentId", "[a-z0-9]{24}"),
            Map.entry("date", "20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z"),
            Map.entry("jwt", "[\\w-]+\\.[\\w-]+\\.[\\w-]+"),
            Map.entry("refreshToken", "[\\w-]{43}"), // 256 bits
            Map.entry("session", "[0-9a-f-]{36}"),
            Map.entry("code", "[\\w-]{22,}"), // 128 bits at least
            Map.entry("state", "[\\w-]{22,}"),
            Map.entry("challenge", "[\\w-]{43}"), // SHA-256
            Map.entry("cookies", "[\\w.-]+=[^!\\n]*"),
            Map.entry("epoch", "[0-9]{10}"),
            Map.entry("seconds", "[1-9][0-9]{0,4}"),
            Map.entry("number", "[0-9]{1,9}"));

    private static final Set<String> NEVER_SHARED = Set.of("id", "documentId", "refreshToken", "session");

    private final Map<String, String> known = new HashMap<>();

    /** Sets what a placeholder without a shape of its own stands for, such as the server's address. */
    void know(String placeholder, String value) {
        known.put(placeholder, value);
    }

    /** The text as it has to be sent: each placeholder must be known by now. */
    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(knownValue(found.group())));
    }

    boolean matches(String expected, String actual) {
        Matcher placeholder = PLACEHOLDER.matcher(expected);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (placeholder.find()) {
            pattern.append(Pattern.quote(expected.substring(end, placeholder.start())));
            pattern.append('(').append(shape(placeholder)).append(')');
            end = placeholder.end();
        }
        pattern.append(Pattern.quote(expected.substring(end)));
        Matcher whole = Pattern.compile(pattern.toString()).matcher(actual);
        return whole.matches() && namesAgree(expected, whole);
    }

    private String shape(Matcher placeholder) {
        String shape = SHAPES.get(placeholder.group(1));
        return shape != null ? shape : Pattern.quote(knownValue(placeholder.group()));
    }

    private boolean namesAgree(String expected, Matcher values) {
        Matcher placeholder = PLACEHOLDER.matcher(expected);
        for (int group = 1; placeholder.find(); group++) {
            if (placeholder.group(2) != null && !agrees(placeholder, values.group(group))) {
                return false;
            }
        }
        return true;
    }

    private boolean agrees(Matcher placeholder, String value) {
        String kind = placeholder.group(1);
        String before = known.get(placeholder.group());
        if (before == null && NEVER_SHARED.contains(kind) && takenByAnother(kind, value)) {
            return false;
        }
        known.putIfAbsent(placeholder.group(), value);
        return before == null || before.equals(value);
    }

    private boolean takenByAnother(String kind, String value) {
        return known.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith("{{" + kind + " ") && entry.getValue().equals(value));
    }

    private String knownValue(String placeholder) {
        String value = known.get(placeholder);
        if (value == null) {
            throw new IllegalStateException("Nothing was given for " + placeholder);
        }
        return value;
    }
}
