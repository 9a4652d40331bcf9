package io.genledger.app.page;

import io.genledger.app.option.UsageException;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the overview shows of a report.
 *
 * @param by the dimension of its series and rows
 * @param unit the time of its bars; empty if none is named
 */
record Shown(Dimension by, Optional<Dimension> unit) {

    /**
     * The dimensions of {@code query}, or the model in place of one that is no time.
     *
     * @throws UsageException if there are others
     */
    static Shown of(SpendQuery query) {
        List<Dimension> times = query.dimensions().stream().filter(Dimension::isTime).toList();
        List<Dimension> others = query.dimensions().stream().filter(one -> !one.isTime()).toList();
        if (times.size() > 1 || others.size() > 1) {
            throw new UsageException(
                    "--html shows one dimension over time, and not %s; name one of %s, and at most one of %s for the bars"
                            .formatted(labels(query.dimensions()), labels(false), labels(true)));
        }
        if (times.contains(Dimension.WEEK) && query.startOfWeek() != DayOfWeek.MONDAY) {
            throw new UsageException(
                    "--html draws weeks from Monday: leave out --start-of-week, or name another"
                            + " time by --by");
        }
        return new Shown(
                others.stream().findFirst().orElse(Dimension.MODEL), times.stream().findFirst());
    }

    private static String labels(boolean isTime) {
        return labels(Dimension.ofLedger().stream().filter(one -> one.isTime() == isTime).toList());
    }

    private static String labels(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::label).collect(Collectors.joining(", "));
    }
}
