package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InputReaderTest {

    private static final String BOUNDARY = "xYzZy";

    private final InputReader reader = new InputReader();

    @Property
    void anyBytesOfAnyKindAreReadOrRefused(@ForAll("types") MediaType type, @ForAll("bodies") byte[] body,
            @ForAll("encodings") String encoding) throws IOException {
        try {
            assertThat(read(type, body, encoding).value()).isInstanceOfAny(JsonObject.class, jakarta.json.JsonArray.class,
                    JsonString.class);
        } catch (ApiException refusal) {
            assertThat(refusal.name().status()).isIn(400, 413, 415);
        }
    }

    @Property
    void jsonThatWasReadIsReadAgainFromWhatItPrints(@ForAll("bodies") byte[] body) throws IOException {
        try {
            var once = read(json(), body, null).value();
            assertThat(read(json(), once.toString().getBytes(StandardCharsets.UTF_8), null).value()).isEqualTo(once);
        } catch (ApiException refusal) {
            assertThat(refusal.name().status()).isIn(400, 413);
        }
    }

    @Property
    void textThatCannotBeStoredIsNeverRead(@ForAll("halves") String text) throws IOException {
        var escaped = text.chars().mapToObj("\\u%04x"::formatted).reduce("", String::concat);
        for (var json : new String[] {"{\"" + escaped + "\":1}", "{\"a\":[{\"b\":\"" + escaped + "\"}]}"}) {
            try {
                read(json(), json.getBytes(StandardCharsets.UTF_8), null);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0).isTrue();
            } catch (ApiException refusal) {
                assertThat(refusal.name().status()).isEqualTo(400);
            }
        }
    }

    private Input read(MediaType type, byte[] body, String encoding) throws IOException {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Content-Type", type.getType() + "/" + type.getSubtype() + "; boundary=" + BOUNDARY);
        if (encoding != null) {
            headers.putSingle("Content-Encoding", encoding);
        }
        return reader.readFrom(Input.class, Input.class, new Annotation[0], type, headers, new ByteArrayInputStream(body));
    }

    private static MediaType json() {
        return new MediaType("application", "json");
    }

    @Provide
    Arbitrary<MediaType> types() {
        return Arbitraries.of(json(), new MediaType("APPLICATION", "x+JSON"), new MediaType("multipart", "form-data"),
                new MediaType("application", "x-www-form-urlencoded"), new MediaType("text", "plain"), new MediaType("a", "b"));
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("identity", "gzip", "deflate", "br", "", "GZIP ").injectNull(0.7);
    }

    @Provide
    Arbitrary<String> halves() {
        return Arbitraries.strings().withChars('a', '\0', '\uD83D', '\uDE00', 'é', '\uFFFE').ofMinLength(1).ofMaxLength(6);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        var pieces = Arbitraries.of("{", "}", "[", "]", ":", ",", "\"a\"", "\"", "\\", "\\u0000", "1", "-", "1e9", "9".repeat(1200),
                "1e99999999999", "null", "tru", " ", "\n", "\uFEFF", "é", "[".repeat(101), "{\"a\":", "--" + BOUNDARY + "\r\n", "\r\n",
                "--", "Content-Disposition: form-data; name=\"a\"", "Content-Disposition: form-data; name*=x''%z%é%",
                "; filename=\"\0\"", "Content-Type: multipart/mixed", "; boundary=b", "=?utf-8?Q?=Z?=", "=?x?B?Y?=", "a=b&", "[]", "%");
        var text = pieces.list().ofMaxSize(15).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
        var bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        return Arbitraries.oneOf(text, text, bytes, text.map(whole -> Arrays.copyOf(whole, whole.length + 3)));
    }
}
