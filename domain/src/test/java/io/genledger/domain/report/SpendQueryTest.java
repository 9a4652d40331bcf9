package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.period.TimeRange;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendQueryTest {

    @Test
    void namesEachDimensionOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query(List.of(Dimension.DAY, Dimension.MODEL, Dimension.DAY)))
                .withMessageContaining("named twice");
    }

    @Test
    void takesAllDimensionsAtOnceOrNone() {
        assertThat(query(List.of(Dimension.values())).dimensions())
                .containsExactly(Dimension.values());
        assertThat(query(List.of()).dimensions()).isEmpty();
    }

    @Test
    void isImmutable() {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.DAY));
        SpendQuery query = query(dimensions);
        dimensions.clear();

        assertThat(query.dimensions()).containsExactly(Dimension.DAY);
    }

    private static SpendQuery query(List<Dimension> dimensions) {
        return new SpendQuery(dimensions, TimeRange.ALWAYS, ZoneOffset.UTC);
    }
}
