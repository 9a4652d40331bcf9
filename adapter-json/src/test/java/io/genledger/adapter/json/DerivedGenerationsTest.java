package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedGenerationsTest {

    private final List<Generation> all = DerivedGenerations.all();

    @Test
    void statesOneGenerationPerRow() {
        assertThat(all).hasSize(2_921);
        assertThat(all).allMatch(generation -> generation.routing().model().isPresent());
        assertThat(all)
                .filteredOn(generation -> generation.charges().usage().isPresent())
                .hasSize(2_920);
    }

    @Test
    void statesWhatTheRowStates() {
        Generation first = all.get(0);

        assertThat(first.id()).hasToString("gen-1755107602-ul6SGmaC5Yi9gTD4LAzR");
        assertThat(MetadataField.USAGE.textIn(first)).contains("0.205218");
        assertThat(MetadataField.TOKENS_PROMPT.textIn(first)).contains("59709");
        assertThat(MetadataField.TOKENS_COMPLETION.textIn(first)).contains("126");
        assertThat(MetadataField.NATIVE_TOKENS_PROMPT.textIn(first)).contains("67626");
        assertThat(MetadataField.NATIVE_TOKENS_COMPLETION.textIn(first)).contains("156");
        assertThat(MetadataField.NATIVE_TOKENS_REASONING.textIn(first)).contains("0");
        assertThat(MetadataField.NATIVE_FINISH_REASON.textIn(first)).contains("stop");
        assertThat(first.shape().absent()).hasSize(MetadataField.values().length - 9);
    }
}
