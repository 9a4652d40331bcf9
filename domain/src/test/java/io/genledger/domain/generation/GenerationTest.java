package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.sample.Neighbours;
import io.genledger.domain.sample.Sample;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {

    @Test
    void aFieldThatIsNotSetIsAbsent() {
        Generation built =
                Generation.builder(
                                new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf"),
                                CreationTime.recorded(Sample.CREATED))
                        .with(Charges.ofCredits(UsdAmount.of("0.5")))
                        .build();

        Set<MetadataField> set =
                EnumSet.of(
                        MetadataField.ID,
                        MetadataField.CREATED_AT,
                        MetadataField.IS_BYOK,
                        MetadataField.USAGE,
                        MetadataField.TOTAL_COST);
        assertThat(built.shape())
                .isEqualTo(
                        new DocumentShape(
                                DocumentKind.METADATA,
                                EnumSet.complementOf(EnumSet.copyOf(set)),
                                Map.of()));
    }

    @Test
    void aShapeThatIsSetStays() {
        assertThat(Sample.silent().with(DocumentShape.AS_DOCUMENTED).build().shape())
                .isEqualTo(DocumentShape.AS_DOCUMENTED);
        assertThat(Sample.complete().build().toBuilder().build())
                .isEqualTo(Sample.complete().build());
    }

    /** Rebuilt part by part, a generation is the same: each {@code with} sets its own part only. */
    @Test
    void eachPartCanBeSetByItself() {
        Generation complete = Sample.complete().build();
        for (Generation start : Neighbours.of(complete).values()) {
            assertThat(
                            start.toBuilder()
                                    .with(complete.id())
                                    .with(complete.created())
                                    .with(complete.lineage())
                                    .with(complete.attribution())
                                    .with(complete.routing())
                                    .with(complete.completion())
                                    .with(complete.timing())
                                    .with(complete.normalizedTokens())
                                    .with(complete.nativeTokens())
                                    .with(complete.media())
                                    .with(complete.charges())
                                    .with(complete.shape())
                                    .build())
                    .isEqualTo(complete);
        }
    }

    @Test
    void saysTheSameUntilToldOtherwise() {
        Generation complete = Sample.complete().build();

        assertThat(complete.toBuilder().build()).isEqualTo(complete);
    }

    @Test
    void startsWithNothingButItsIdAndTime() {
        Generation complete = Sample.complete().build();
        Generation silent = Generation.builder(complete.id(), complete.created()).build();

        assertThat(silent).isEqualTo(Sample.silent().id(complete.id().value()).build());
        assertThat(MetadataField.values())
                .filteredOn(field -> field.textIn(silent).isPresent())
                .containsExactly(MetadataField.ID, MetadataField.CREATED_AT);
    }

    @ParameterizedTest
    @CsvSource({"8, , true", "8, 0, false", "8, 0.1, false", "0, , false", ", , false"})
    void aSavingIsUnknownWhenTheCacheWasReadWithoutAStatedDiscount(
            @Nullable Long cached, @Nullable String discount, boolean unknown) {
        Sample sample = Sample.silent().with(Sample.charges(false, "1", "1", null, discount));
        if (cached != null) {
            sample.with(Sample.nativeTokens(10, 1, 0, cached));
        }

        assertThat(sample.build().savedAnUnknownAmount()).isEqualTo(unknown);
    }
}
