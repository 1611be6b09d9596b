package org.gatehouse.platform;

import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

/**
 * Reads the body of a request. JSON, URL-encoded and multipart forms are equals; the charset parameter does not count,
 * text is UTF-8 (RFC 8259, section 8.1). No body at all is an empty object. Whatever cannot be read is refused with 400,
 * 413 or 415.
 */
@Provider
@Consumes(MediaType.WILDCARD)
@Singleton
public class InputReader implements MessageBodyReader<Input> {

    private static final int JSON_LIMIT = 1024 * 1024;
    private static final int FORM_LIMIT = 56 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(Class<Input> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream stream) throws IOException {
        var body = new RequestBody(stream, headers.getFirst("Content-Encoding"));
        return new Input(switch (kind(mediaType)) {
            case "json" -> json(Unicode.decode(body.upTo(JSON_LIMIT)));
            case "form" -> QueryString.parse(Unicode.decode(body.upTo(FORM_LIMIT)));
            case "multipart" -> MultipartForm.parse(body.upTo(JSON_LIMIT), headers.getFirst("Content-Type"));
            case "text" -> text(Unicode.decode(body.upTo(FORM_LIMIT)));
            default -> nothing(body.upTo(FORM_LIMIT));
        });
    }

    private static String kind(MediaType mediaType) {
        var subtype = mediaType.getSubtype().toLowerCase(Locale.ROOT);
        return switch (mediaType.getType().toLowerCase(Locale.ROOT)) {
            case "application" -> subtype.equals("json") || subtype.endsWith("+json") ? "json"
                    : subtype.equals("x-www-form-urlencoded") ? "form" : "unknown";
            case "multipart" -> subtype.equals("form-data") ? "multipart" : "unknown";
            case "text" -> subtype.equals("plain") ? "text" : "unknown";
            default -> "unknown";
        };
    }

    private static JsonValue json(String text) {
        if (text.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
            throw PlatformError.NEITHER_OBJECT_NOR_ARRAY.exception();
        }
        try {
            return JsonValues.parse(text);
        } catch (JsonParsingException e) {
            throw new ApiException(ErrorName.SYNTAX, PlatformError.MALFORMED_JSON.message() + " at line "
                    + e.getLocation().getLineNumber() + ", column " + e.getLocation().getColumnNumber(), null);
        } catch (RuntimeException e) {
            throw PlatformError.MALFORMED_JSON.exception();
        }
    }

    private static JsonValue text(String text) {
        return text.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : JsonValues.text(text);
    }

    private static JsonValue nothing(byte[] body) {
        if (body.length > 0) {
            throw PlatformError.UNSUPPORTED_MEDIA_TYPE.exception();
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }
}
