package org.gatehouse.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A request, byte by byte.
 *
 * @param target  what stands between the method and the version; letters beyond ASCII are sent as UTF-8
 * @param headers whole lines, beyond {@code Host} and {@code Connection}
 * @param body    null for none at all
 */
record WireRequest(String method, String target, List<String> headers, byte[] body, boolean chunked) {

    private static final String JSON = "application/json";
    private static final int LONGEST_SHOWN = 500;

    static WireRequest get(String target) {
        return new WireRequest("GET", target, List.of(), null, false);
    }

    static WireRequest post(String target, String json) {
        return post(target, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static WireRequest post(String target, String contentType, byte[] body) {
        return new WireRequest("POST", target, List.of("Content-Type: " + contentType), body, false);
    }

    static WireRequest form(String target, String body) {
        return post(target, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    WireRequest with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new WireRequest(method, target, more, body, chunked);
    }

    byte[] bytes() {
        var lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Connection: close"));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            lines.add("Host: localhost");
        }
        lines.addAll(headers);
        if (body != null) {
            lines.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        if (body != null && chunked && body.length > 0) {
            bytes.writeBytes((HexFormat.of().toHexDigits(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        if (body != null) {
            bytes.writeBytes(body);
        }
        if (body != null && chunked) {
            bytes.writeBytes((body.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** As it goes over the wire, as far as it can be printed. */
    @Override
    public String toString() {
        var text = new String(bytes(), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n]]", "·");
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + ")" : text;
    }
}
