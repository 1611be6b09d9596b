package org.gatehouse.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.systems.Answer;

/** What the browser keeps that a login with a provider goes through; its name for requests is {@code {{cookies}}}. */
final class CookieJar {

    private static final String NAME = "{{cookies}}";

    private final Placeholders placeholders;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    CookieJar(Placeholders placeholders) {
        this.placeholders = placeholders;
        tellWhatIsIn();
    }

    /** A request that sends no cookies comes from a browser that has none. */
    void openFor(RecordedRequest request) {
        if (!request.headers().containsKey("cookie")) {
            cookies.clear();
            tellWhatIsIn();
        }
    }

    void keepThoseOf(Answer answer) {
        for (var cookie : answer.headers().allValues("set-cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        tellWhatIsIn();
    }

    private void tellWhatIsIn() {
        placeholders.know(NAME, cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
    }
}
