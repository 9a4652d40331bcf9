package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerationQueryTest {

    @Test
    void asksForTheNewestOfAllGenerations() {
        GenerationQuery query = GenerationQuery.newest(50);

        assertThat(query.range()).isEqualTo(TimeRange.ALWAYS);
        assertThat(query.order()).isEqualTo(GenerationQuery.Order.NEWEST);
        assertThat(query.after()).isEmpty();
        assertThat(query.limit()).isEqualTo(50);
    }

    @Test
    void aPageHasAtLeastOneRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerationQuery.newest(0))
                .withMessage("a page has at least one row, not 0");
    }

    @Test
    void aRowKeepsItsTextsInTheOrderOfTheDimensions() {
        Map<Dimension, String> texts = new HashMap<>();
        texts.put(Dimension.USER, "ann");
        texts.put(Dimension.MODEL, "m");
        GenerationRow row =
                new GenerationRow(
                        new GenerationId("gen-1755676000-A"),
                        Instant.EPOCH,
                        texts,
                        SpendTotals.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of());
        texts.clear();

        assertThat(row.texts().keySet()).containsExactly(Dimension.MODEL, Dimension.USER);
    }
}
