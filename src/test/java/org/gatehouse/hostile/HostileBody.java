package org.gatehouse.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The ways in which the fields of a form become bytes, and bytes become something else. */
final class HostileBody {

    static final String BOUNDARY = "xYzZy";

    private HostileBody() {
    }

    /** Values are JSON texts. */
    static byte[] json(Map<String, String> fields) {
        return bytes(fields.entrySet().stream().map(field -> HostileJson.quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    static byte[] form(Map<String, String> fields) {
        return bytes(joined(fields, "&", text -> URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    /** Without the percent signs that some clients forget. */
    static byte[] rawForm(Map<String, String> fields) {
        return bytes(joined(fields, "&", UnaryOperator.identity()));
    }

    static byte[] multipart(Map<String, String> fields) {
        return bytes(fields.entrySet().stream().map(field -> "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n")));
    }

    static byte[] gzipped(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] cut(byte[] body, int atMost) {
        return Arrays.copyOf(body, Math.min(body.length, atMost));
    }

    static byte[] flipped(byte[] body, int position) {
        var changed = body.clone();
        if (changed.length > 0) {
            changed[position % changed.length] ^= (byte) 0x80;
        }
        return changed;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String joined(Map<String, String> fields, String separator, UnaryOperator<String> encode) {
        return fields.entrySet().stream().map(field -> encode.apply(field.getKey()) + "=" + encode.apply(field.getValue()))
                .collect(Collectors.joining(separator));
    }
}
