package io.genledger.ports.usecase.inspect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.ByokUsage;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.SpendReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the BYOK calls of each account that use its plan's allowance, by day in UTC. */
public final class MeterAllowance {

    private static final DimensionFilter BYOK = DimensionFilter.of(Dimension.BYOK, "true");

    private final SpendReader reader;

    /** Counts from {@code reader}. */
    public MeterAllowance(SpendReader reader) {
        this.reader = reader;
    }

    /**
     * The calls from the beginning of the month of {@code at} to its day, both in UTC.
     *
     * @param asOf the moment as of which the ledger is read; empty for the present
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AccountExpectations monthOf(Instant at, AccountPlans plans, Optional<Instant> asOf) {
        return read(new TimeRange(Optional.of(at), Optional.of(at.plusNanos(1))), plans, asOf);
    }

    /**
     * The calls of all days in {@code range}, and of the days of its first month before it.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AccountExpectations over(TimeRange range, AccountPlans plans) {
        return read(range, plans, Optional.empty());
    }

    /** The last moment in {@code range} that is not after {@code now}. */
    public static Instant lastMoment(TimeRange range, Instant now) {
        return range.until().map(end -> end.minusNanos(1)).filter(now::isAfter).orElse(now);
    }

    private AccountExpectations read(TimeRange range, AccountPlans plans, Optional<Instant> asOf) {
        SpendQuery all =
                new SpendQuery(
                                List.of(Dimension.DAY, Dimension.ACCOUNT),
                                new TimeRange(
                                        range.since().map(MeterAllowance::month),
                                        range.until().map(MeterAllowance::dayAfter)),
                                ZoneOffset.UTC)
                        .where(List.of(BYOK));
        Map<AccountName, NavigableMap<LocalDate, ByokUsage>> days = new HashMap<>();
        reader.read(asOf.map(all::asOf).orElse(all), row -> add(row, days));
        return new AccountExpectations(
                plans,
                days.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        each -> new AllowanceUse(each.getValue()))));
    }

    private static void add(
            SpendRow row, Map<AccountName, NavigableMap<LocalDate, ByokUsage>> days) {
        SpendTotals totals = row.totals();
        days.computeIfAbsent(
                        new AccountName(row.group().get(1).orElseThrow()), any -> new TreeMap<>())
                .merge(
                        LocalDate.parse(row.group().get(0).orElseThrow()),
                        new ByokUsage(
                                totals.requests(),
                                totals.byokUpstream(),
                                totals.unknown().byokUpstream()),
                        ByokUsage::plus);
    }

    private static Instant month(Instant moment) {
        return YearMonth.from(moment.atZone(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant dayAfter(Instant end) {
        Instant day = end.truncatedTo(ChronoUnit.DAYS);
        return day.equals(end) ? end : day.plus(1, ChronoUnit.DAYS);
    }
}
