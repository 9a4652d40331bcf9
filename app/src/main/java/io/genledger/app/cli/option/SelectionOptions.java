package io.genledger.app.cli.option;

import io.genledger.domain.report.DimensionFilter;
import java.util.List;
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
    public List<DimensionFilter> filters() {
        return filters.filters();
    }
}
