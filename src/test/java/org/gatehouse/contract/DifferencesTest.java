package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferencesTest {

    private static final Map<String, RecordedCase> RECORDING = Recording.all();
    private static final Differences DIFFERENCES = new Differences();

    static Collection<Difference> listed() {
        return DIFFERENCES.listed();
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyDifferenceHasAReasonAndIsOne(Difference difference) {
        assertThat(difference.reason()).isNotBlank();
        assertThat(difference.cases()).isNotEmpty().allSatisfy(id -> {
            RecordedCase recorded = RECORDING.get(id);
            RecordedCase expected = difference.applyTo(recorded, RECORDING);
            assertThat(expected.json()).isNotEqualTo(recorded.json());
            assertThat(expected.request()).as("what is sent").isEqualTo(recorded.request());
        });
    }

    @Test
    void whatIsNotListedIsExpectedAsRecorded() {
        RecordedCase ok = RECORDING.get("A21");
        assertThat(DIFFERENCES.expected(ok)).isSameAs(ok);
    }

    @Test
    void allDifferencesOfACaseApply() {
        RecordedCase recorded = RECORDING.get("A239");
        assertThat(DIFFERENCES.listed().stream().filter(difference -> difference.cases().contains("A239"))).hasSize(2);
        assertThat(DIFFERENCES.expected(recorded).mails().getJsonObject(0).getString("html"))
                .contains("&lt;b&gt;", "/console");
    }

    @Test
    void noServerErrorIsExpected() {
        assertThat(RECORDING.values()).allSatisfy(recorded -> assertThat(DIFFERENCES.expected(recorded).answers())
                .allSatisfy(answer -> assertThat(answer.getInt("status")).isLessThan(500)));
    }
}
