package org.gatehouse.systems;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page, as far as people who sign in need one: where it goes, and its fields with their values. */
public record HtmlForm(String action, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");

    static Optional<HtmlForm> first(String html) {
        return FORM.matcher(html).results().findFirst().map(form ->
                new HtmlForm(attributes(form.group(1)).getOrDefault("action", ""), inputs(form.group(2))));
    }

    /** Its fields, with these filled in, as a browser sends them. */
    String encoded(Map<String, String> filledIn) {
        var values = new LinkedHashMap<>(fields);
        values.putAll(filledIn);
        return values.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> inputs(String html) {
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(html).results().map(input -> attributes(input.group(1)))
                .filter(input -> input.containsKey("name"))
                .forEach(input -> fields.put(input.get("name"), input.getOrDefault("value", "")));
        return fields;
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results()
                .forEach(attribute -> attributes.put(attribute.group(1), unescaped(attribute.group(2))));
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
