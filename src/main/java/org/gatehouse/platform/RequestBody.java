package org.gatehouse.platform;

import jakarta.json.JsonValue;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bytes of a request's body after its {@code Content-Encoding} is undone; the limit holds for what comes out. */
record RequestBody(InputStream stream, String contentEncoding) {

    byte[] upTo(int limit) throws IOException {
        try {
            var bytes = decoded().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw PlatformError.TOO_LARGE.exception();
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw PlatformError.MALFORMED_CONTENT_ENCODING.exception();
        }
    }

    private InputStream decoded() throws IOException {
        var encoding = contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> stream;
            case "gzip", "x-gzip" -> new GZIPInputStream(stream);
            case "deflate" -> new InflaterInputStream(stream);
            default -> throw new ApiException(ErrorName.UNSUPPORTED_MEDIA_TYPE,
                    "Unsupported Content-Encoding: " + encoding, JsonValue.EMPTY_JSON_OBJECT);
        };
    }
}
