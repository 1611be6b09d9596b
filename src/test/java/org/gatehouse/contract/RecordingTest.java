package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {

    private static final Map<String, RecordedCase> RECORDING = Recording.all();

    static Collection<RecordedCase> expectedCases() {
        Differences differences = new Differences();
        return RECORDING.values().stream().map(differences::expected).toList();
    }

    @Test
    void holdsAllCasesOfTheReplayedGroups() {
        assertThat(RECORDING).hasSize(533);
    }

    @Test
    void whatWasRecordedAndIsLeftOutHasAReason() {
        assertThat(Recording.read("left-out.json").asJsonArray().getValuesAs(JsonObject.class)).allSatisfy(leftOut -> {
            assertThat(leftOut.getString("reason")).isNotBlank();
            assertThat(leftOut.getJsonArray("cases").getValuesAs(JsonString::getString)).isNotEmpty()
                    .doesNotContainAnyElementsOf(RECORDING.keySet());
        });
    }

    /** Change any single thing, take it away or add to it, and the case fails. */
    @ParameterizedTest
    @MethodSource("expectedCases")
    void everyPartOfAnExpectedAnswerMatters(RecordedCase recorded) {
        JsonObject expected = Json.createObjectBuilder()
                .add("answers", Json.createArrayBuilder(recorded.answers())).add("mails", recorded.mails()).build();
        JsonObject played = Rehearsal.play(expected).asJsonObject();
        assertThat(Comparison.deviations(expected, played, Rehearsal.placeholders())).isEmpty();

        assertThat(Rehearsal.places(played)).isNotEmpty().allSatisfy(place -> {
            JsonObject spoilt = Json.createPointer(place)
                    .replace(played, Rehearsal.spoil(Json.createPointer(place).getValue(played)));
            assertThat(Comparison.deviations(expected, spoilt, Rehearsal.placeholders())).isNotEmpty();
            JsonObject without = Json.createPointer(place).remove(played);
            assertThat(Comparison.deviations(expected, without, Rehearsal.placeholders())).isNotEmpty();
        });
    }

    @Test
    void everyRequestIsComplete() {
        assertThat(RECORDING.values()).allSatisfy(recorded -> {
            assertThat(recorded.request().path()).startsWith("/api/");
            assertThat(recorded.request().method()).isUpperCase();
            assertThat(recorded.request().body().isPresent())
                    .isEqualTo(recorded.json().getJsonObject("request").keySet().stream()
                            .anyMatch(key -> key.matches("json|raw|fill")));
        });
    }

    @Test
    void largeBodiesHaveTheRecordedLength() {
        assertThat(RECORDING.get("A114").request().body().orElseThrow()).hasSize(1_200_032);
        assertThat(RECORDING.get("A115").request().body().orElseThrow()).hasSize(900_032);
        assertThat(RECORDING.get("A116").request().body().orElseThrow()).hasSize(100_011);
    }
}
