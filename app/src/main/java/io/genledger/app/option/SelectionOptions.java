package io.genledger.app.option;

import io.genledger.domain.report.GenerationFilter;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options that select generations: a time range, and filters by dimensions. */
public final class SelectionOptions {

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();

    private final FilterOptions filters = new FilterOptions();

    /** Picocli calls this when it reads the command that has these options. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        filters.addTo(command);
    }

    /** The time range. */
    public TimeRangeOptions time() {
        return time;
    }

    /** The filters in the order of the dimensions; none selects every generation. */
    public List<GenerationFilter> filters() {
        return filters.filters();
    }

    /**
     * What they select, in words, by the periods and patterns that the user wrote.
     *
     * @param ofLedger the zone of days and months if none is named
     */
    public String words(ZoneId ofLedger) {
        return "generations"
                + time.words(ofLedger)
                + filters().stream().map(SelectionOptions::words).collect(Collectors.joining());
    }

    private static String words(GenerationFilter filter) {
        return filter.patterns().stream()
                .map(pattern -> "'" + pattern + "'")
                .collect(Collectors.joining(" or ", ", " + filter.label() + " ", ""));
    }
}
