package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gatehouse.systems.Answer;

/**
 * The one cookie of an answer.
 *
 * @param attributes in lower case
 */
record Cookie(String name, String value, List<String> attributes) {

    static Cookie of(Answer answer) {
        var all = answer.headers().allValues("set-cookie");
        assertThat(all).as("cookies of " + answer.body()).hasSize(1);
        var parts = Arrays.stream(all.get(0).split(";")).map(String::strip).toList();
        var pair = parts.get(0).split("=", 2);
        return new Cookie(pair[0], pair[1],
                parts.stream().skip(1).map(part -> part.toLowerCase(Locale.ROOT)).toList());
    }

    /** As the browser sends it back. */
    String header() {
        return name + "=" + value;
    }
}
