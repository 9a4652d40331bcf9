package io.genledger.domain.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Selects generations by their text in one dimension.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="pattern"}
 *
 * @param dimension a dimension that is no time
 * @param patterns at least one
 */
public record DimensionFilter(Dimension dimension, List<TextPattern> patterns)
        implements GenerationFilter {

    /**
     * @throws IllegalArgumentException if {@code dimension} is a time, or there is no pattern
     */
    public DimensionFilter {
        patterns = List.copyOf(patterns);
        if (dimension.isTime() || patterns.isEmpty()) {
            throw new IllegalArgumentException(
                    "cannot filter " + dimension.label() + " by " + patterns);
        }
    }

    /** A filter by patterns as people write them. */
    public static DimensionFilter of(Dimension dimension, String... written) {
        return new DimensionFilter(
                dimension, List.of(written).stream().map(TextPattern::parse).toList());
    }

    @Override
    public String label() {
        return dimension.label();
    }

    @Override
    public Collection<String> texts(ReportedGeneration generation, SpendQuery query) {
        return dimension.of(generation, query).stream().toList();
    }

    /**
     * Whether a generation with this text is selected.
     *
     * @param text empty if the record states none
     */
    public boolean selects(Optional<String> text) {
        return selects(text.stream().toList());
    }
}
