package org.gatehouse.contract;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** All deliberate differences; a case that none of them names is expected exactly as it was recorded. */
final class Differences {

    private final Map<String, RecordedCase> recording = Recording.all();
    private final List<Difference> listed = Recording.read("differences.json").asJsonArray()
            .getValuesAs(JsonObject.class).stream().map(Difference::new).toList();

    List<Difference> listed() {
        return listed;
    }

    /** What the case looks like once all differences that name it have been applied, in the order of the list. */
    RecordedCase expected(RecordedCase recorded) {
        RecordedCase expected = recorded;
        for (Difference difference : listed) {
            if (difference.cases().contains(recorded.id())) {
                expected = difference.applyTo(expected, recording);
            }
        }
        return expected;
    }
}
