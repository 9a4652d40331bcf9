package io.genledger.app.option;

import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.TextPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The options that select generations, one for each dimension that is no time, e.g. {@code
 * --model}. They are built from {@link Dimension}, so that a new dimension has its option.
 */
final class FilterOptions {

    private static final String HEADING =
            "%nFilters, each repeatable. * stands for any characters, ! before a pattern excludes,"
                    + "%n'' selects generations whose record states none:%n";

    private final Map<Dimension, List<TextPattern>> patterns = new EnumMap<>(Dimension.class);

    /** Adds the options to {@code command} as a group with a heading. */
    void addTo(CommandSpec command) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).heading(HEADING);
        Arrays.stream(Dimension.values())
                .filter(dimension -> !dimension.isTime())
                .forEach(dimension -> group.addArg(option(dimension)));
        command.addArgGroup(group.build());
    }

    private OptionSpec option(Dimension dimension) {
        Values values = new Values(dimension);
        return OptionSpec.builder("--" + dimension.label())
                .paramLabel("PATTERN")
                .type(List.class)
                .auxiliaryTypes(TextPattern.class)
                .converters(written -> pattern(dimension, written))
                .getter(values)
                .setter(values)
                .description("Select by %s%s.".formatted(words(dimension), example(dimension)))
                .build();
    }

    /** A pattern that some text of the dimension can have. */
    private static TextPattern pattern(Dimension dimension, String written) {
        TextPattern pattern = TextPattern.parse(written);
        List<String> texts = texts(dimension);
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

    /** The filters in the order of the dimensions; none selects every generation. */
    List<DimensionFilter> filters() {
        List<DimensionFilter> filters = new ArrayList<>();
        patterns.forEach((dimension, all) -> filters.add(new DimensionFilter(dimension, all)));
        return filters;
    }

    /** The patterns of one dimension, as picocli reads and sets them; it sets null before a run. */
    private final class Values implements IGetter, ISetter {

        private final Dimension dimension;

        Values(Dimension dimension) {
            this.dimension = dimension;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
        public <T> T get() {
            return (T) patterns.get(dimension);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"})
        public <T> T set(T value) {
            Object before = get();
            if (value == null) {
                patterns.remove(dimension);
            } else {
                patterns.put(dimension, (List<TextPattern>) value);
            }
            return (T) before;
        }
    }
}
