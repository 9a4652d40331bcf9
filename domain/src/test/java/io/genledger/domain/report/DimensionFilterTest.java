package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DimensionFilterTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a, , false",
        "a b, b, true",
        "!a, b, true",
        "!a, a, false",
        "!a, , true",
        "* !a, a, false",
        "* !a, b, true",
        "* !a, , false"
    })
    void selectsWhatMatchesAndIsNotLeftOut(String patterns, String text, boolean selects) {
        DimensionFilter filter = DimensionFilter.of(Dimension.APP, patterns.split(" "));

        assertThat(filter.selects(Optional.ofNullable(text))).isEqualTo(selects);
    }

    @Test
    void selectsWhereNothingIsStated() {
        assertThat(DimensionFilter.of(Dimension.APP, "").selects(Optional.empty())).isTrue();
        assertThat(DimensionFilter.of(Dimension.APP, "!").selects(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUR", "DAY", "WEEK", "MONTH"})
    void aTimeIsSelectedByTheRange(Dimension time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DimensionFilter.of(time, "2025"))
                .withMessageContaining("cannot filter " + time.label());
    }

    @Test
    void needsAPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DimensionFilter(Dimension.APP, List.of()));
    }
}
