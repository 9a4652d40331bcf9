package io.genledger.domain.report;

import io.genledger.domain.finding.StandardFindings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects generations by texts: those of which a text matches one of the patterns that are not
 * negated, or all if there is none, except those of which one matches a negated pattern.
 */
public sealed interface GenerationFilter permits DimensionFilter, GenerationFilter.OfFindings {

    /** The name of what the texts are, e.g. {@code model}. */
    String label();

    /** At least one. */
    List<TextPattern> patterns();

    /** The texts of {@code generation}, none if its record states none. */
    Collection<String> texts(ReportedGeneration generation, SpendQuery query);

    /** Whether a generation with these texts is selected. */
    default boolean selects(Collection<String> texts) {
        boolean selectsAll = patterns().stream().allMatch(TextPattern::isNegated);
        return (selectsAll || anyMatches(false, texts)) && !anyMatches(true, texts);
    }

    private boolean anyMatches(boolean isNegated, Collection<String> texts) {
        return patterns().stream()
                .filter(one -> one.isNegated() == isNegated)
                .anyMatch(one ->
                        texts.isEmpty()
                                ? one.isOfUnstated()
                                : texts.stream().anyMatch(text -> one.matches(Optional.of(text))));
    }

    /** Those of {@code filters} that select by {@code dimension}. */
    static Stream<DimensionFilter> by(Dimension dimension, List<GenerationFilter> filters) {
        return filters.stream()
                .filter(DimensionFilter.class::isInstance)
                .map(DimensionFilter.class::cast)
                .filter(filter -> filter.dimension() == dimension);
    }

    /**
     * Selects by the codes of the findings that are recorded with a generation. Those that the
     * account's plan decides are not among them.
     *
     * @param patterns at least one
     */
    record OfFindings(List<TextPattern> patterns) implements GenerationFilter {

        /**
         * @throws IllegalArgumentException if there is no pattern
         */
        public OfFindings {
            patterns = List.copyOf(patterns);
            if (patterns.isEmpty()) {
                throw new IllegalArgumentException("cannot filter findings by no pattern");
            }
        }

        /** A filter by patterns as people write them. */
        public static OfFindings of(String... written) {
            return new OfFindings(Stream.of(written).map(TextPattern::parse).toList());
        }

        @Override
        public String label() {
            return "finding";
        }

        @Override
        public Collection<String> texts(ReportedGeneration generation, SpendQuery query) {
            return generation.findings().stream()
                    .map(StandardFindings::code)
                    .collect(Collectors.toSet());
        }
    }
}
