package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.report.GenerationFilter.OfFindings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationFilterTest {

    @ParameterizedTest
    @CsvSource({
        "zero-*,            spend-unknown zero-unexplained, true",
        "zero-*,            spend-unknown,                  false",
        "zero-*,            '',                             false",
        "!zero-*,           spend-unknown,                  true",
        "!zero-*,           spend-unknown zero-unexplained, false",
        "!zero-*,           '',                             true",
        "spend-* !zero-*,   spend-unknown zero-unexplained, false"
    })
    void aGenerationIsSelectedByAnyOfItsFindings(String patterns, String codes, boolean selected) {
        OfFindings filter = OfFindings.of(patterns.split(" ", -1));
        List<String> found =
                Arrays.stream(codes.split(" ", -1)).filter(code -> !code.isEmpty()).toList();

        assertThat(filter.selects(found)).isEqualTo(selected);
    }

    @Test
    void theEmptyPatternSelectsGenerationsWithoutFindings() {
        assertThat(OfFindings.of("").selects(List.of())).isTrue();
        assertThat(OfFindings.of("").selects(List.of("spend-unknown"))).isFalse();
        assertThat(OfFindings.of("!").selects(List.of())).isFalse();
        assertThat(OfFindings.of("!").selects(List.of("spend-unknown"))).isTrue();
    }

    @Test
    void aFilterWithoutPatternIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OfFindings(List.of()));
    }

    @Test
    void filtersAreFoundByTheirDimension() {
        DimensionFilter app = DimensionFilter.of(Dimension.APP, "a");
        List<GenerationFilter> filters =
                List.of(OfFindings.of("zero-*"), DimensionFilter.of(Dimension.USER, "u"), app);

        assertThat(GenerationFilter.by(Dimension.APP, filters)).containsExactly(app);
        assertThat(filters.get(0).label()).isEqualTo("finding");
    }
}
