package io.genledger.ports.usecase.maintain;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.report.SpendReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives colours to the values of a dimension with the largest spend of the last 90 days. */
public final class AssignColours {

    /** The dimensions whose values are shown in colours. */
    public static final List<Dimension> DIMENSIONS =
            Dimension.ofLedger().stream()
                    .filter(dimension ->
                            !dimension.isTime()
                                    && dimension != Dimension.REQUEST
                                    && dimension != Dimension.SESSION)
                    .toList();

    /** How long a value without spend keeps its colour. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final SpendReader spend;
    private final ColourSlots colours;
    private final InstantSource clock;

    /** Reads the spend until the time of {@code clock}. */
    public AssignColours(SpendReader spend, ColourSlots colours, InstantSource clock) {
        this.spend = spend;
        this.colours = colours;
        this.clock = clock;
    }

    /**
     * Assigns the colours of one dimension. The 90 days are whole ones, in UTC, before today.
     *
     * @param dimension one of {@link #DIMENSIONS}
     * @return the number of the colour of each value that has one
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read or
     *     written
     */
    public Map<String, Integer> assign(Dimension dimension) {
        Map<String, Integer> before = colours.slots(dimension);
        Instant since = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(KEPT);
        SpendQuery query =
                new SpendQuery(
                                List.of(dimension),
                                new TimeRange(Optional.of(since), Optional.empty()),
                                ZoneOffset.UTC)
                        .orderedBy(new SpendOrder(SpendOrder.By.SPEND, false));
        List<String> spending = new ArrayList<>();
        spend.read(
                query,
                row -> {
                    if (!row.totals().spend().isZero()) {
                        row.group()
                                .get(0)
                                .filter(value ->
                                        spending.size() < ColourSlots.SLOTS
                                                || before.containsKey(value))
                                .ifPresent(spending::add);
                    }
                });
        return colours.assign(dimension, spending);
    }
}
