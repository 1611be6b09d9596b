package org.gatehouse.hostile;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param head the status line and the headers
 * @param size how many bytes the whole answer had
 */
record WireAnswer(String method, int status, String head, String body, int size, Duration time) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    static WireAnswer parse(String method, byte[] received, Duration time) {
        var text = new String(received, StandardCharsets.ISO_8859_1);
        var status = STATUS.matcher(text);
        if (!status.lookingAt()) {
            throw new AssertionError("no HTTP answer: '" + text + "'");
        }
        var end = text.indexOf("\r\n\r\n");
        var head = text.substring(0, end);
        var raw = text.substring(end + 4);
        var body = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked") ? unchunked(raw) : raw;
        return new WireAnswer(method, Integer.parseInt(status.group(1)), head,
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), received.length, time);
    }

    /** Whether Gatehouse answered, and not the server in front of it. */
    boolean isFromApplication() {
        return !headers("X-Request-Id").isEmpty();
    }

    List<String> headers(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip()).toList();
    }

    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("no JSON object, but " + this, e);
        }
    }

    String message() {
        return json().getJsonObject("error").getString("message");
    }

    @Override
    public String toString() {
        return head + "\n\n" + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
    }

    private static String unchunked(String raw) {
        var whole = new ByteArrayOutputStream();
        for (var position = 0; position < raw.length(); ) {
            var line = raw.indexOf("\r\n", position);
            var length = line < 0 ? 0 : Integer.parseInt(raw.substring(position, line).strip(), 16);
            if (length == 0) {
                break;
            }
            var from = line + 2;
            var to = Math.min(raw.length(), from + length);
            whole.writeBytes(raw.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
            position = to + 2;
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
