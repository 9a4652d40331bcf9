package io.genledger.ports.usecase.report;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.DateBound;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.testkit.FixedSpendReader;
import io.genledger.ports.usecase.report.SpendRequest.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StreamSpendReportTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final List<String> rows = new ArrayList<>();
    private Optional<SpendScope> scope = Optional.empty();
    private int numbers;

    private final SpendListener listener =
            new SpendListener() {
                @Override
                public void begin(SpendScope begun) {
                    scope = Optional.of(begun);
                }

                @Override
                public void row(ReportedRow row) {
                    rows.add(text(row));
                }
            };

    private static String text(ReportedRow row) {
        String kind = row.kind() == ReportedRow.Kind.GROUP ? "" : row.kind() + " ";
        String group =
                row.row().group().stream()
                        .map(value -> value.orElse("-"))
                        .collect(Collectors.joining("/"));
        return kind
                + group
                + " "
                + row.row().totals().spend()
                + row.before().map(before -> " before " + before.spend()).orElse("");
    }

    private Generation of(String model, String created, String spend) {
        return createdAt(
                servedBy(costing(id(++numbers), credits(spend)), model, "p"),
                Instant.parse(created));
    }

    private SpendSummary report(SpendReader reader, SpendRequest request) {
        return new StreamSpendReport(reader, () -> NOW).report(request, listener);
    }

    private static SpendQuery by(Dimension... dimensions) {
        return new SpendQuery(List.of(dimensions), TimeRange.ALWAYS, ZoneOffset.UTC);
    }

    private static TimeRange range(String first, String last) {
        return TimeRange.between(
                Optional.of(DateBound.parse(first)),
                Optional.of(DateBound.parse(last)),
                ZoneOffset.UTC);
    }

    private FixedSpendReader threeModels() {
        return FixedSpendReader.of(
                of("a", "2026-03-01T00:00:00Z", "5"),
                of("b", "2026-03-01T00:00:00Z", "3"),
                of("b", "2026-03-02T00:00:00Z", "0.5"),
                of("c", "2026-03-02T00:00:00Z", "1"));
    }

    @Test
    void passesAllRowsAndTheirTotal() {
        SpendSummary summary = report(threeModels(), SpendRequest.of(by(Dimension.MODEL)));

        assertThat(rows).containsExactly("a 5", "b 3.5", "c 1");
        assertThat(summary.totals().spend()).isEqualTo(UsdAmount.of("9.5"));
        assertThat(summary.shown()).isEqualTo(3);
        assertThat(summary.omitted()).isZero();
    }

    @Test
    void statesThePercentilesOfAllGenerationsTogether() {
        Generation slow = taking(of("a", "2026-03-01T00:00:00Z", "1"), Duration.ofSeconds(9));
        Generation fast = taking(of("b", "2026-03-01T00:00:00Z", "1"), Duration.ofSeconds(1));
        Generation faster = taking(of("b", "2026-03-01T00:00:00Z", "1"), Duration.ofMillis(1));
        SpendReader reader = FixedSpendReader.of(slow, fast, faster);
        SpendQuery query = by(Dimension.MODEL);

        assertThat(report(reader, SpendRequest.of(query)).percentiles()).isEmpty();
        assertThat(
                        report(
                                        reader,
                                        SpendRequest.of(
                                                query.with(new SpendQuery.Details(false, true))))
                                .percentiles()
                                .flatMap(DurationPercentiles::latency))
                .contains(
                        new DurationPercentiles.Spread(
                                Duration.ofSeconds(1), Duration.ofSeconds(9)));
    }

    private static Generation taking(Generation generation, Duration latency) {
        return generation.toBuilder().with(Timing.of(latency, Duration.ofSeconds(1))).build();
    }

    @Test
    void sumsUpTheRowsBelowTheTop() {
        SpendSummary summary =
                report(
                        threeModels(),
                        new SpendRequest(
                                by(Dimension.MODEL),
                                Optional.empty(),
                                new RowLimits(1, Long.MAX_VALUE, true),
                                false));

        assertThat(rows).containsExactly("a 5", "OTHER  4.5");
        assertThat(summary.totals().spend()).isEqualTo(UsdAmount.of("9.5"));
        assertThat(summary.omitted()).isEqualTo(2);
    }

    @Test
    void aLimitWithoutSumsCutsRowsAndKeepsTheTotal() {
        SpendSummary summary =
                report(
                        threeModels(),
                        new SpendRequest(
                                by(Dimension.MODEL),
                                Optional.empty(),
                                new RowLimits(Long.MAX_VALUE, 2, false),
                                false));

        assertThat(rows).containsExactly("a 5", "b 3.5");
        assertThat(summary.totals().spend()).isEqualTo(UsdAmount.of("9.5"));
    }

    @Test
    void theTopOfABreakdownAreGroupsOfTheFirstDimension() {
        report(
                threeModels(),
                new SpendRequest(
                        by(Dimension.MODEL, Dimension.DAY)
                                .with(new SpendQuery.Details(true, false)),
                        Optional.empty(),
                        new RowLimits(2, Long.MAX_VALUE, true),
                        false));

        assertThat(rows)
                .containsExactly(
                        "SUBTOTAL a 5",
                        "a/2026-03-01 5",
                        "SUBTOTAL b 3.5",
                        "b/2026-03-01 3",
                        "b/2026-03-02 0.5",
                        "OTHER  1");
    }

    @Test
    void aLimitWithinABreakdownSumsUpTheRestOfTheGroup() {
        SpendSummary summary =
                report(
                        threeModels(),
                        new SpendRequest(
                                by(Dimension.MODEL, Dimension.DAY)
                                        .with(new SpendQuery.Details(true, false)),
                                Optional.empty(),
                                new RowLimits(Long.MAX_VALUE, 4, true),
                                false));

        assertThat(rows)
                .containsExactly(
                        "SUBTOTAL a 5",
                        "a/2026-03-01 5",
                        "SUBTOTAL b 3.5",
                        "b/2026-03-01 3",
                        "OTHER b 0.5",
                        "OTHER  1");
        assertThat(summary.totals().spend()).isEqualTo(UsdAmount.of("9.5"));
        assertThat(summary.omitted()).isEqualTo(3);
    }

    @Test
    void readsTheLastDaysOfWhatTheLedgerKeepsNoSumsOf() {
        FixedSpendReader reader =
                new FixedSpendReader(
                        FixedSpendReader.of(
                                        of("a", "2026-02-12T23:59:59Z", "5"),
                                        of("a", "2026-02-13T00:00:00Z", "1"))
                                .generations(),
                        new Uncollected(3, 2, 1),
                        false);

        SpendSummary summary = report(reader, SpendRequest.of(by(Dimension.MODEL)));

        assertThat(rows).containsExactly("a 1");
        assertThat(scope.orElseThrow().isDefaultRange()).isTrue();
        assertThat(scope.orElseThrow().query().range())
                .isEqualTo(range("2026-02-13", "2026-03-15"));
        assertThat(summary.uncollected()).contains(new Uncollected(3, 2, 1));

        rows.clear();
        report(reader, SpendRequest.of(by(Dimension.MODEL).in(range("2026", "2026"))));
        assertThat(rows).containsExactly("a 6");
        assertThat(scope.orElseThrow().isDefaultRange()).isFalse();
    }

    @Test
    void theLastDaysAsOfAMomentAreThoseBeforeIt() {
        FixedSpendReader reader =
                new FixedSpendReader(
                        FixedSpendReader.of(
                                        of("a", "2025-12-31T10:00:00Z", "4"),
                                        of("a", "2026-01-31T10:00:00Z", "2"),
                                        of("a", "2026-02-01T00:00:00Z", "1"))
                                .generations(),
                        Uncollected.NONE,
                        false);
        SpendQuery query = by(Dimension.MODEL).asOf(Instant.parse("2026-01-31T12:00:00Z"));

        report(
                reader,
                new SpendRequest(query, Optional.of(Comparison.PREVIOUS), RowLimits.NONE, false));

        assertThat(rows).containsExactly("a 2 before 4");
        assertThat(scope.orElseThrow().query().range())
                .isEqualTo(range("2026-01-01", "2026-01-31"));
    }

    @Test
    void knowsTheWholeSpendBeforeTheFirstRow() {
        report(
                threeModels(),
                new SpendRequest(by(Dimension.MODEL), Optional.empty(), RowLimits.NONE, true));

        assertThat(scope.orElseThrow().wholeSpend()).contains(UsdAmount.of("9.5"));
    }

    @Test
    void comparesEachDayWithTheDayAtTheSamePlace() {
        SpendSummary summary =
                report(
                        FixedSpendReader.of(
                                of("a", "2026-01-01T10:00:00Z", "1"),
                                of("a", "2026-01-02T10:00:00Z", "2"),
                                of("a", "2026-01-31T10:00:00Z", "4"),
                                of("a", "2026-02-01T10:00:00Z", "10"),
                                of("a", "2026-02-03T10:00:00Z", "20")),
                        compared(
                                by(Dimension.DAY).in(range("2026-02", "2026-02")),
                                Comparison.PREVIOUS));

        assertThat(rows)
                .containsExactly(
                        "2026-02-01 10 before 1",
                        "2026-02-02 0 before 2",
                        "2026-02-03 20 before 0",
                        "NO_COUNTERPART  0 before 4");
        assertThat(summary.before().orElseThrow().spend()).isEqualTo(UsdAmount.of("7"));
        assertThat(scope.orElseThrow().before()).contains(range("2026-01", "2026-01"));
    }

    @Test
    void comparesInTheReverseOrder() {
        report(
                FixedSpendReader.of(
                        of("a", "2026-01-01T10:00:00Z", "1"),
                        of("a", "2026-01-03T10:00:00Z", "2"),
                        of("a", "2026-02-02T10:00:00Z", "10")),
                compared(
                        by(Dimension.DAY)
                                .in(range("2026-02", "2026-02"))
                                .orderedBy(new SpendOrder(SpendOrder.By.GROUP, true)),
                        Comparison.PREVIOUS));

        assertThat(rows)
                .containsExactly(
                        "2026-02-03 0 before 2", "2026-02-02 10 before 0", "2026-02-01 0 before 1");
    }

    @Test
    void groupsOfTheRangeBeforeAloneFollowThoseBySpend() {
        report(
                FixedSpendReader.of(
                        of("gone", "2025-03-01T10:00:00Z", "1"),
                        of("b", "2025-03-01T10:00:00Z", "2"),
                        of("a", "2026-03-01T10:00:00Z", "1"),
                        of("b", "2026-03-02T10:00:00Z", "10"),
                        // After the same part of the year before.
                        of("b", "2025-03-15T12:00:00Z", "100")),
                compared(
                        by(Dimension.MODEL).in(range("2026-03", "2026-03")), Comparison.LAST_YEAR));

        assertThat(rows).containsExactly("b 10 before 2", "a 1 before 0", "gone 0 before 1");
    }

    @Test
    void theTopOfAComparisonKeepsTheSumBefore() {
        report(
                FixedSpendReader.of(
                        of("gone", "2026-01-01T10:00:00Z", "1"),
                        of("b", "2026-02-02T10:00:00Z", "10")),
                new SpendRequest(
                        by(Dimension.MODEL).in(range("2026-02", "2026-02")),
                        Optional.of(Comparison.PREVIOUS),
                        new RowLimits(1, Long.MAX_VALUE, true),
                        false));

        assertThat(rows).containsExactly("b 10 before 0", "OTHER  0 before 1");
    }

    @Test
    void aComparisonNeedsABeginningAndNoSubtotals() {
        SpendRequest always = compared(by(Dimension.MODEL), Comparison.PREVIOUS);

        assertThatIllegalArgumentException().isThrownBy(() -> report(threeModels(), always));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        compared(
                                by(Dimension.MODEL, Dimension.DAY)
                                        .with(new SpendQuery.Details(true, false)),
                                Comparison.PREVIOUS));
    }

    @Test
    void refusesToKeepTooManyGroupsInMemory() {
        List<Generation> many = new ArrayList<>();
        for (int i = 0; i <= TooManyGroupsException.LIMIT; i++) {
            many.add(of("m" + i, "2026-01-01T10:00:00Z", "1"));
        }
        FixedSpendReader reader = FixedSpendReader.of(many.toArray(Generation[]::new));
        SpendRequest request =
                compared(by(Dimension.MODEL).in(range("2026-02", "2026-02")), Comparison.PREVIOUS);

        assertThatExceptionOfType(TooManyGroupsException.class)
                .isThrownBy(() -> report(reader, request))
                .withMessageContaining("more than 100000 groups");
    }

    private static SpendRequest compared(SpendQuery query, Comparison comparison) {
        return new SpendRequest(query, Optional.of(comparison), RowLimits.NONE, false);
    }
}
