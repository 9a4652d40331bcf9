package io.genledger.app.option;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.TextPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The options that select generations, one for each dimension that is no time, e.g. {@code
 * --model}, and one for findings. They are built from {@link Dimension}, so that a new dimension
 * has its option.
 */
final class FilterOptions {

    private static final String HEADING =
            "%nFilters, each repeatable. * stands for any characters, ! before a pattern excludes,"
                    + "%n'' selects generations whose record states none:%n";

    private static final String FINDING = "finding";

    /** Only the account's plan decides whether a call has them, so that no entry has them. */
    private static final Set<StandardFindings> OF_PLANS =
            EnumSet.of(
                    StandardFindings.BYOK_FEE_ABOVE_PLAN,
                    StandardFindings.BYOK_FEE_WITHIN_ALLOWANCE);

    private static final List<String> CODES =
            Arrays.stream(StandardFindings.values())
                    .filter(rule -> !OF_PLANS.contains(rule))
                    .map(StandardFindings::code)
                    .toList();

    /** By the names of the options. */
    private final Map<String, List<TextPattern>> patterns = new HashMap<>();

    /** Adds the options to {@code command} as a group with a heading. */
    void addTo(CommandSpec command) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).heading(HEADING);
        Dimension.ofLedger().stream()
                .filter(dimension -> !dimension.isTime())
                .forEach(dimension -> group.addArg(option(dimension)));
        group.addArg(
                option(
                        FINDING,
                        CODES,
                        "Select by the code of a finding that is recorded, as audit and show name"
                                + " it; not by one that the account's plan decides."));
        command.addArgGroup(group.build());
    }

    private OptionSpec option(Dimension dimension) {
        return option(
                dimension.label(),
                texts(dimension),
                "Select by %s%s.".formatted(words(dimension), example(dimension)));
    }

    private OptionSpec option(String name, List<String> texts, String description) {
        Values values = new Values(name);
        return OptionSpec.builder("--" + name)
                .paramLabel("PATTERN")
                .type(List.class)
                .auxiliaryTypes(TextPattern.class)
                .converters(written -> pattern(texts, written))
                .getter(values)
                .setter(values)
                .description(description)
                .build();
    }

    /** A pattern that one of {@code texts} can have; any if there are none. */
    private static TextPattern pattern(List<String> texts, String written) {
        TextPattern pattern = TextPattern.parse(written);
        boolean isPossible =
                texts.isEmpty()
                        || pattern.isOfUnstated()
                        || texts.stream().anyMatch(text -> pattern.matches(Optional.of(text)));
        if (!isPossible) {
            throw new TypeConversionException(
                    "'%s': expected %s".formatted(written, String.join(", ", texts)));
        }
        return pattern;
    }

    /** All texts of a dimension that has few; else none. */
    private static List<String> texts(Dimension dimension) {
        return switch (dimension) {
            case BYOK, CANCELLED -> List.of("true", "false");
            case TRUST -> List.of("record", "provisional", "unknown");
            default -> List.of();
        };
    }

    private static String words(Dimension dimension) {
        return switch (dimension) {
            case BYOK -> "use of your own key";
            case CANCELLED -> "cancellation by the client";
            default -> "the " + dimension.label().replace('-', ' ').replace("api", "API");
        };
    }

    private static String example(Dimension dimension) {
        return switch (dimension) {
            case MODEL -> ", e.g. 'anthropic/*'";
            case APP -> ", e.g. '!staging'";
            case USER -> ", e.g. ''";
            case BYOK, CANCELLED -> ": true or false";
            case TRUST -> ": record, provisional or unknown";
            default -> "";
        };
    }

    /**
     * The filters in the order of the dimensions, then that of findings; none selects every
     * generation.
     */
    List<GenerationFilter> filters() {
        List<GenerationFilter> filters = new ArrayList<>();
        for (Dimension dimension : Dimension.ofLedger()) {
            List<TextPattern> some = patterns.get(dimension.label());
            if (some != null) {
                filters.add(new DimensionFilter(dimension, some));
            }
        }
        List<TextPattern> codes = patterns.get(FINDING);
        if (codes != null) {
            filters.add(new GenerationFilter.OfFindings(codes));
        }
        return filters;
    }

    /** The patterns of one option, as picocli reads and sets them; it sets null before a run. */
    private final class Values implements IGetter, ISetter {

        private final String name;

        Values(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
        public <T> T get() {
            return (T) patterns.get(name);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"})
        public <T> T set(T value) {
            Object before = get();
            if (value == null) {
                patterns.remove(name);
            } else {
                patterns.put(name, (List<TextPattern>) value);
            }
            return (T) before;
        }
    }
}
