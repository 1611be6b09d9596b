package org.gatehouse.tokens;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session is used from.
 *
 * @param id   what the client calls it, if it does
 * @param name what it is, in words for people, if that can be told
 */
public record Device(Optional<String> id, Optional<String> name) {

    private static final int LONGEST_ID = 255;
    /** The first that fits counts: most browsers claim to be others as well. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"), Map.entry("Firefox/", "Firefox"), Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"), Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iOS"), Map.entry("Android", "Android"), Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"), Map.entry("Linux", "Linux"));

    /** From the id that the client gave, or null, and the {@code User-Agent} header, or null. */
    public static Device of(String id, String userAgent) {
        return new Device(Optional.ofNullable(id).filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID),
                Optional.ofNullable(userAgent).flatMap(Device::describe));
    }

    private static Optional<String> describe(String userAgent) {
        return first(BROWSERS, userAgent).flatMap(browser ->
                first(SYSTEMS, userAgent).map(system -> browser + " on " + system));
    }

    private static Optional<String> first(List<Map.Entry<String, String>> marks, String userAgent) {
        return marks.stream().filter(mark -> userAgent.contains(mark.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
