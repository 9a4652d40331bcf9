package io.genledger.domain.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.sample.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpendReportTest {

    @Test
    void theHighestSpendComesFirst() {
        assertThat(
                        orderOf(
                                List.of(Dimension.MODEL, Dimension.DAY),
                                row("0.001", "a", "2025-01-02"),
                                row("0.5", "c", "2025-01-01"),
                                row("-1", "b", "2025-01-03")))
                .containsExactly("c", "a", "b");
    }

    @Test
    void groupsOfEqualSpendComeInTheOrderOfTheirNamesAndThoseWithoutANameLast() {
        assertThat(
                        orderOf(
                                List.of(Dimension.MODEL, Dimension.USER),
                                row("0.5", null, "a"),
                                row("0.5", "b", null),
                                row("0.5", "b", "x"),
                                row("0.50", "a", "z"),
                                row("0.5", "", "y")))
                .containsExactly("", "a", "b", "b", "-");
    }

    @ParameterizedTest
    @EnumSource(names = {"DAY", "MONTH"})
    void timeComesInItsOwnOrder(Dimension time) {
        assertThat(
                        orderOf(
                                List.of(time, Dimension.MODEL),
                                row("0.001", "2025-02", "b"),
                                row("0.5", "2025-02", "a"),
                                row("0.1", "2024-12", "c"),
                                row("9", "2025-10", "c")))
                .containsExactly("2024-12", "2025-02", "2025-02", "2025-10");
    }

    @Test
    void rowsOfOneTimeComeInTheOrderOfTheirNames() {
        SpendReport report =
                SpendReport.ofRows(
                        by(Dimension.DAY, Dimension.MODEL),
                        List.of(row("9", "2025-02-01", "b"), row("1", "2025-02-01", "a")));

        assertThat(report.rows())
                .extracting(each -> each.group().get(1))
                .containsExactly(Optional.of("a"), Optional.of("b"));
    }

    @Test
    void rowsOfEqualGroupsStayAsTheyCame() {
        List<SpendRow> rows = List.of(row("1", "a"), row("1", "a"));

        assertThat(SpendReport.ofRows(by(Dimension.MODEL), rows).rows()).isEqualTo(rows);
    }

    @Test
    void totalsAreTheSumOfTheRows() {
        SpendReport report =
                SpendReport.ofRows(
                        by(Dimension.MODEL),
                        List.of(row("0.1", "a"), row("0.2", "b"), row("-0.05", "c")));

        assertThat(report.totals().spend()).isEqualTo(UsdAmount.of("0.25"));
        assertThat(report.totals().requests()).isEqualTo(3);
    }

    @Test
    void groupsTheGenerationsOfAPeriodByTheCallersRule() {
        Instant day = Instant.parse("2025-08-20T00:00:00Z");
        SpendQuery query =
                new SpendQuery(
                        List.of(Dimension.USER),
                        new TimeRange(Optional.of(day), Optional.of(day.plusSeconds(60))),
                        ZoneOffset.UTC);
        SpendRule half =
                SpendRule.pricingByok(byok ->
                        byok.charges()
                                .upstreamInferenceCost()
                                .map(list -> list.times(new BigDecimal("0.5"))));

        SpendReport report =
                SpendReport.of(
                        query,
                        List.of(
                                byUser("a", "1", day),
                                byUser("b", "8", day.plusSeconds(59)),
                                byUser("a", "2", day),
                                byUser("a", "100", day.minusNanos(1)),
                                byUser("b", "100", day.plusSeconds(60))),
                        half);

        assertThat(report.dimensions()).containsExactly(Dimension.USER);
        assertThat(report.rows())
                .extracting(
                        row -> row.group().get(0).orElseThrow(),
                        row -> row.totals().spend().toString(),
                        row -> row.totals().requests())
                .containsExactly(tuple("b", "4.25", 1L), tuple("a", "2", 2L));
        assertThat(report.totals().spend()).isEqualTo(UsdAmount.of("6.25"));
    }

    private static Generation byUser(String user, String upstream, Instant at) {
        return Sample.silent()
                .with(CreationTime.recorded(at))
                .with(Attribution.ofUser(user))
                .with(Charges.ofByok(UsdAmount.of("0.25"), UsdAmount.of(upstream)))
                .build();
    }

    @Test
    void noRowsAddUpToNothing() {
        assertThat(SpendReport.ofRows(by(), List.of()))
                .isEqualTo(new SpendReport(List.of(), List.of(), SpendTotals.NONE));
    }

    @Test
    void isImmutable() {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.MODEL));
        List<Optional<String>> group = new ArrayList<>(List.of(Optional.of("a")));
        List<SpendRow> rows = new ArrayList<>(List.of(new SpendRow(group, SpendTotals.NONE)));
        SpendReport report = new SpendReport(dimensions, rows, SpendTotals.NONE);
        dimensions.clear();
        rows.clear();
        group.clear();

        assertThat(report.dimensions()).containsExactly(Dimension.MODEL);
        assertThat(report.rows()).hasSize(1);
        assertThat(report.rows().get(0).group()).hasSize(1);
    }

    @Test
    void rowsComeInTheOrderThatIsAsked() {
        SpendQuery query = by(Dimension.MODEL);
        List<SpendRow> rows = List.of(row("2", "b"), row("1", "a"), row("2", "a"));

        assertThat(models(query, rows)).containsExactly("a 2", "b 2", "a 1");
        assertThat(models(query.orderedBy(new SpendOrder(SpendOrder.By.SPEND, true)), rows))
                .containsExactly("a 1", "a 2", "b 2");
        assertThat(models(query.orderedBy(new SpendOrder(SpendOrder.By.GROUP, true)), rows))
                .startsWith("b 2");
    }

    @Test
    void anHourThatTheClockRepeatsComesAfterItsFirstTime() {
        assertThat(
                        orderOf(
                                List.of(Dimension.HOUR),
                                row("1", "2025-10-26T02:00+01:00"),
                                row("1", "2025-10-26T02:00+02:00")))
                .containsExactly("2025-10-26T02:00+02:00", "2025-10-26T02:00+01:00");
    }

    @Test
    void subtotalsStandBeforeTheirRowsAndAreNotAddedTwice() {
        Instant day = Instant.parse("2025-08-20T00:00:00Z");
        SpendQuery query =
                by(Dimension.USER, Dimension.DAY).with(new SpendQuery.Details(true, false));

        SpendReport report =
                SpendReport.of(
                        query,
                        List.of(
                                byUser("a", "1", day),
                                byUser("a", "3", day.plus(1, ChronoUnit.DAYS)),
                                byUser("b", "2", day),
                                byUser("b", "2.5", day)),
                        SpendRule.OPENROUTER);

        assertThat(report.rows())
                .extracting(row ->
                        row.group().stream().map(Optional::orElseThrow).collect(joining(" "))
                                + " = "
                                + row.totals().spend())
                .containsExactly(
                        "b = 5",
                        "b 2025-08-20 = 5",
                        "a = 4.5",
                        "a 2025-08-21 = 3.25",
                        "a 2025-08-20 = 1.25");
        assertThat(report.totals().spend()).isEqualTo(UsdAmount.of("9.5"));
    }

    @Test
    void leavesOutWhatAFilterDoesNotSelect() {
        Instant day = Instant.parse("2025-08-20T00:00:00Z");
        SpendQuery query =
                by(Dimension.USER).where(List.of(DimensionFilter.of(Dimension.USER, "!a")));

        SpendReport report =
                SpendReport.of(
                        query,
                        List.of(byUser("a", "1", day), byUser("b", "2", day)),
                        SpendRule.OPENROUTER);

        assertThat(report.rows()).hasSize(1);
        assertThat(report.totals().byokUpstream()).isEqualTo(UsdAmount.of("2"));
    }

    @Test
    void hasPercentilesWhereTheQueryAsksForThem() {
        SpendQuery query = by().with(new SpendQuery.Details(false, true));

        SpendReport report =
                SpendReport.of(query, List.of(Sample.complete().build()), SpendRule.OPENROUTER);

        assertThat(report.rows().get(0).percentiles().orElseThrow().latency())
                .contains(
                        new DurationPercentiles.Spread(
                                Duration.ofNanos(337_500_000), Duration.ofNanos(337_500_000)));
    }

    private static List<String> models(SpendQuery query, List<SpendRow> rows) {
        return SpendReport.ofRows(query, rows).rows().stream()
                .map(row -> row.group().get(0).orElseThrow() + " " + row.totals().spend())
                .toList();
    }

    private static SpendQuery by(Dimension... dimensions) {
        return new SpendQuery(List.of(dimensions), TimeRange.ALWAYS, ZoneOffset.UTC);
    }

    private static List<String> orderOf(List<Dimension> dimensions, SpendRow... rows) {
        return SpendReport.ofRows(by(dimensions.toArray(Dimension[]::new)), List.of(rows))
                .rows()
                .stream()
                .map(row -> row.group().get(0).orElse("-"))
                .toList();
    }

    private static SpendRow row(String spend, @Nullable String... group) {
        SpendTotals totals = SpendTotals.of(Sample.silent().with(Sample.credits(spend)).build());
        return new SpendRow(Arrays.stream(group).map(Optional::ofNullable).toList(), totals);
    }
}
