package org.gatehouse.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Requests that are right in most ways and wrong in one or two, so that they get past the first door. */
final class HostileRequests {

    private static final List<String> CONTENT_TYPES = List.of("application/json", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=" + HostileBody.BOUNDARY, "text/plain", "application/vnd.api+json");

    private HostileRequests() {
    }

    /**
     * A request and the password in it.
     *
     * @param password long and random, so that it can be recognised wherever it turns up
     */
    record Attempt(WireRequest request, String password) {
    }

    static Arbitrary<Attempt> attempts() {
        return Combinators.combine(Arbitraries.of(Endpoint.class), passwords()).as((endpoint, password) ->
                request(endpoint, password).map(request -> new Attempt(request, password))).flatMap(Function.identity());
    }

    private static Arbitrary<String> passwords() {
        return Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').ofLength(20).map("Pw"::concat);
    }

    private static Arbitrary<WireRequest> request(Endpoint endpoint, String password) {
        return Combinators.combine(methods(endpoint), HostilePaths.targets(endpoint), headers(), bodies(endpoint, password),
                Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as((method, target, headers, body, chunked) -> {
                    var all = new ArrayList<>(headers);
                    all.addAll(body.headers());
                    return new WireRequest(method, target, all, body.content(), chunked);
                });
    }

    private static Arbitrary<String> methods(Endpoint endpoint) {
        return Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.just(endpoint.method())), Tuple.of(1, Arbitraries.of(
                "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "FOO", "post", "TRACE")));
    }

    private static Arbitrary<List<String>> headers() {
        var names = Arbitraries.of("Accept", "Accept-Language", "Accept-Charset", "Authorization", "Cookie", "Origin",
                "X-HTTP-Method-Override", "X-Forwarded-For", "X-Forwarded-Host", "If-Modified-Since", "Range", "Referer",
                "Content-Language", "Date", "Access-Control-Request-Method", "Forwarded", "X-Request-Id");
        var values = Arbitraries.frequencyOf(Tuple.of(3, HostileTexts.printable()), Tuple.of(1, Arbitraries.of(
                "*/*;q=abc", "text/html", "de;q=NaN", "Bearer", "Bearer a b", "Bearer a.b.c", "Basic Og==", "::1%x, 1.2.3.4.5",
                "Bearer eyJhbGciOiJub25lIn0.e30.", "null", "http://evil.example")));
        return Combinators.combine(names, values).as((name, value) -> name + ": " + value.strip())
                .list().ofMaxSize(2);
    }

    private record Body(List<String> headers, byte[] content) {
    }

    private static Arbitrary<Body> bodies(Endpoint endpoint, String password) {
        var encoded = Arbitraries.<Function<Map<String, String>, byte[]>>of(HostileBody::json, HostileBody::json,
                HostileBody::form, HostileBody::rawForm, HostileBody::multipart);
        return Combinators.combine(fields(endpoint, password), encoded, contentTypes(), damages(), Arbitraries.frequency(
                Tuple.of(12, "none"), Tuple.of(2, "gzip"), Tuple.of(1, "br"), Tuple.of(1, "gzip that is none")))
                .as((fields, encode, contentType, damage, coding) -> body(damage.apply(encode.apply(fields)), contentType,
                        coding));
    }

    private static Body body(byte[] content, String contentType, String coding) {
        var headers = new ArrayList<String>();
        if (!contentType.isEmpty()) {
            headers.add("Content-Type: " + contentType);
        }
        if (!coding.equals("none")) {
            headers.add("Content-Encoding: " + coding.split(" ")[0]);
        }
        return new Body(headers, coding.equals("gzip") ? HostileBody.gzipped(content) : content);
    }

    private static Arbitrary<Map<String, String>> fields(Endpoint endpoint, String password) {
        var secret = Arbitraries.frequency(Tuple.of(8, HostileJson.quoted(password)),
                Tuple.of(1, "[" + HostileJson.quoted(password) + "]"), Tuple.of(1, "{\"a\":" + HostileJson.quoted(password) + "}"));
        var others = HostileTexts.texts().filter(name -> name.length() < 300);
        return Combinators.combine(HostileJson.values().list().ofSize(endpoint.fields().size()), secret,
                others, HostileJson.values(), Arbitraries.integers().between(0, 9)).as((values, shown, extra, value, dice) -> {
                    var fields = new LinkedHashMap<String, String>();
                    for (var i = 0; i < values.size(); i++) {
                        var name = endpoint.fields().get(i);
                        fields.put(name, name.toLowerCase(Locale.ROOT).contains("password") ? shown : values.get(i));
                    }
                    if (dice < 3) {
                        fields.put(extra, value);
                    }
                    if (dice == 9) {
                        fields.put("password", shown);
                    }
                    return fields;
                });
    }

    private static Arbitrary<String> contentTypes() {
        return Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.of(CONTENT_TYPES)), Tuple.of(1, Arbitraries.of("", "foo",
                "application/json;;", "application/json; charset", "application/json;charset=nope", "multipart/form-data",
                "multipart/form-data; boundary=", "a/b/c", "image/png", "*/*")), Tuple.of(1,
                HostileTexts.printable().map(String::strip)));
    }

    private static Arbitrary<UnaryOperator<byte[]>> damages() {
        var position = Arbitraries.integers().between(0, 200);
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(UnaryOperator.identity())),
                Tuple.of(1, position.map(at -> body -> HostileBody.cut(body, at))),
                Tuple.of(1, position.map(at -> body -> HostileBody.flipped(body, at))));
    }
}
