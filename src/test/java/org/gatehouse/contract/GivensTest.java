package org.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GivensTest {

    private final Map<String, RecordedCase> recording = Recording.all();

    @Test
    void aSettingHoldsFromItsFirstToItsLastCase() {
        Givens givens = new Givens().during("A69", "A70", "x", "1");
        assertThat(givens.settingsOf(recording.get("A68"))).isEmpty();
        assertThat(givens.settingsOf(recording.get("A69"))).isEqualTo(Map.of("x", "1"));
        assertThat(givens.settingsOf(recording.get("A70"))).isEqualTo(Map.of("x", "1"));
        assertThat(givens.settingsOf(recording.get("A71"))).isEmpty();
    }

    @Test
    void aCaseThatWasNotRecordedIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Givens().before("Z1", stage -> { }));
        assertThatIllegalArgumentException().isThrownBy(() -> new Givens().during("A70", "A69", "x", "1"));
    }

    @Test
    void theTablesCanBeReadTogether() {
        assertThat(Givens.all().cases()).contains("A66", "E12", "A339");
    }
}
