package org.gatehouse.providers.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.platform.OutboundRequest;

/** What a provider says went wrong, fit to be shown: no longer than a sentence or two, and without what it was told. */
final class Hushed {

    private static final int LONGEST = 300;
    /** Codes, tokens and secrets are longer than words. */
    private static final Pattern SECRET = Pattern.compile("[\\w.~+/=-]{16,}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private static final String BASIC = "Basic ";

    private Hushed() {
    }

    static String of(String text) {
        var line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    static String of(String text, OutboundRequest request) {
        var sent = Stream.concat(Stream.of(request.url().toString(), String.valueOf(request.body())),
                request.headers().values().stream().flatMap(Hushed::readable)).toList();
        return of(SECRET.matcher(text).replaceAll(word ->
                sent.stream().anyMatch(part -> part.contains(word.group())) ? "***" : word.group()
                        .replace("\\", "\\\\").replace("$", "\\$")));
    }

    /** HTTP Basic hides the secret that it sends. */
    private static Stream<String> readable(String header) {
        return header.startsWith(BASIC)
                ? Stream.of(header, new String(Base64.getDecoder().decode(header.substring(BASIC.length())), StandardCharsets.UTF_8))
                : Stream.of(header);
    }
}
