package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.period.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void anotherRangeAndOtherDimensionsLeaveTheRestAsItIs() {
        SpendQuery query =
                query(List.of(Dimension.DAY))
                        .where(List.of(DimensionFilter.of(Dimension.APP, "!staging")))
                        .withStartOfWeek(DayOfWeek.SUNDAY);
        TimeRange range = new TimeRange(Optional.of(Instant.EPOCH), Optional.empty());

        SpendQuery other = query.in(range).by(List.of(Dimension.MODEL, Dimension.USER));

        assertThat(other.range()).isEqualTo(range);
        assertThat(other.filters()).isEqualTo(query.filters());
        assertThat(other.startOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(query.startsWithTime()).isTrue();
        assertThat(other.startsWithTime()).isFalse();
        assertThat(other.by(List.of()).startsWithTime()).isFalse();
    }

    @Test
    void subtotalsNeedASecondDimension() {
        SpendQuery.Details subtotals = new SpendQuery.Details(true, false);

        assertThat(query(List.of(Dimension.DAY)).with(subtotals).hasSubtotals()).isFalse();
        assertThat(query(List.of(Dimension.DAY, Dimension.MODEL)).with(subtotals).hasSubtotals())
                .isTrue();
    }

    private static SpendQuery query(List<Dimension> dimensions) {
        return new SpendQuery(dimensions, TimeRange.ALWAYS, ZoneOffset.UTC);
    }
}
