package io.genledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.ByokUsage;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.FindingRule;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.DateBound;
import io.genledger.domain.period.PeriodText;
import io.genledger.domain.period.RangeBefore;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples that the public comments show; what they say is what happens. */
class ExamplesTest {

    @Test
    void amount() {
        // @start region="amount"
        UsdAmount price = UsdAmount.of("6e-8");
        UsdAmount million = UsdAmount.of("0.06");

        String digits = price.plus(million).toString(); // 0.06000006
        // @end
        assertThat(digits).isEqualTo("0.06000006");
    }

    @Test
    void spend() {
        GenerationId id = new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf");
        CreationTime created = CreationTime.recorded(Instant.parse("2025-08-20T08:02:08Z"));
        // @start region="spend"
        Generation byok =
                Generation.builder(id, created)
                        .with(Charges.ofByok(UsdAmount.of("0.000325"), UsdAmount.of("0.0065")))
                        .build();

        String sentence =
                SpendRule.OPENROUTER
                        .spendOf(byok)
                        .fold(
                                known -> "$" + known.amount(), // $0.006825
                                unknown -> unknown.reason().sentence());
        // @end
        assertThat(sentence).isEqualTo("$0.006825");
    }

    @Test
    void contract() {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(true, "0.000325", null, "0.0065", null))
                        .build();
        // @start region="contract"
        SpendRule twentyPercentOff =
                SpendRule.pricingByok(byok ->
                        byok.charges()
                                .upstreamInferenceCost()
                                .map(listPrice -> listPrice.times(new BigDecimal("0.8"))));

        Spend spend = twentyPercentOff.spendOf(generation); // 0.000325 + 0.8 * 0.0065
        // @end
        assertThat(spend.knownAmount()).contains(UsdAmount.of("0.005525"));
    }

    @Test
    void breakdown() {
        Generation generation =
                Sample.silent()
                        .with(
                                Charges.ofCredits(UsdAmount.of("0.12915825"))
                                        .withCacheDiscount(UsdAmount.of("-0.02507625")))
                        .build();
        // @start region="breakdown"
        Spend spend = SpendRule.OPENROUTER.spendOf(generation);

        List<String> lines = new ArrayList<>();
        if (spend instanceof Spend.Known known) {
            for (Breakdown.Line line : Breakdown.of(known).cache()) {
                lines.add(line.kind().sentence() + ": " + line.amount());
            }
        }
        // the price without the cache: 0.104082
        // extra for writing to the cache: 0.02507625
        // @end
        assertThat(lines)
                .containsExactly(
                        "the price without the cache: 0.104082",
                        "extra for writing to the cache: 0.02507625");
    }

    @Test
    void assessment() {
        Generation generation =
                Sample.silent().with(Sample.charges(true, "0.6", "0.6", "10", null)).build();
        // @start region="assessment"
        Plan tenPercent = new Plan(FeeRate.of("10"), Allowance.Requests.NONE);
        Expectations expectations =
                Expectations.STANDARD
                        .withPlans(PlanHistory.always(tenPercent))
                        .withRequested(Optional.of(generation.id()));

        Assessment assessment = Assessment.of(generation, expectations);
        // @end
        assertThat(assessment.findings()).isEmpty();
        assertThat(Assessment.of(generation).findings()).hasSize(1);
    }

    @Test
    void allowance() {
        List<String> lines = new ArrayList<>();
        // @start region="allowance"
        PlanHistory plans = PlanHistory.withAllowance(Allowance.parse("25000USD"));
        AllowanceUse use =
                AllowanceUse.NONE.plus(
                        LocalDate.parse("2026-09-05"),
                        new ByokUsage(1_000, UsdAmount.of("10000"), 0));

        use.meterAt(Instant.parse("2026-09-11T00:00:00Z"), plans)
                .ifPresent(meter ->
                        lines.add(
                                meter.used().toPlainString()
                                        + " of "
                                        + meter.allowance()
                                        + ", until "
                                        + meter.endsAt().orElseThrow()));
        // 10000 of 25000USD, until 2026-09-26T00:00:00Z
        // @end
        assertThat(lines).containsExactly("10000 of 25000USD, until 2026-09-26T00:00:00Z");
    }

    @Test
    void rule() {
        Generation generation = Sample.silent().with(Sample.credits("2")).build();
        // @start region="rule"
        FindingRule dear =
                (record, expectations) ->
                        record.charges()
                                .credits()
                                .filter(credits -> credits.compareTo(UsdAmount.of("1")) > 0)
                                .map(credits ->
                                        new Finding(
                                                "dear",
                                                Severity.WARNING,
                                                "one generation cost more than a dollar",
                                                Set.of(MetadataField.USAGE),
                                                Optional.of(credits)));

        List<FindingRule> ours = new ArrayList<>(FindingRule.standard());
        ours.add(dear);
        Assessment assessment = Assessment.of(generation, Expectations.STANDARD, ours);
        // @end
        assertThat(assessment.findings()).extracting(Finding::code).containsExactly("dear");
    }

    @Test
    void builder() {
        // @start region="builder"
        Generation generation =
                Generation.builder(
                                new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf"),
                                CreationTime.recorded(Instant.parse("2025-08-20T08:02:08Z")))
                        .with(Charges.ofCredits(UsdAmount.of("0.00001125")))
                        .build();
        // @end
        assertThat(generation.charges().credits()).contains(UsdAmount.of("0.00001125"));
    }

    @Test
    void figures() {
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0.00002"))
                        .with(
                                new NativeTokens(
                                        Optional.of(new TokenCount(1_000)),
                                        Optional.of(TokenCount.ZERO),
                                        Optional.empty(),
                                        Optional.of(new TokenCount(250)),
                                        Optional.empty()))
                        .build();
        // @start region="figures"
        Spend spend = SpendRule.OPENROUTER.spendOf(generation);
        DerivedFigures figures = DerivedFigures.of(generation, spend);

        Optional<UsdAmount> perMillion =
                figures.promptPrice().map(price -> price.perMillion(4, RoundingMode.HALF_EVEN));
        Optional<String> hitRate =
                figures.cacheHitRate()
                        .map(rate -> rate.percent(1, RoundingMode.HALF_EVEN) + "%"); // 25.0%
        // @end
        assertThat(perMillion).contains(UsdAmount.of("0.02"));
        assertThat(hitRate).contains("25.0%");
    }

    @Test
    void totals() {
        List<Generation> generations =
                List.of(
                        Sample.silent().with(Sample.credits("0.25")).build(),
                        Sample.silent()
                                .with(Sample.charges(true, "0.5", null, null, null))
                                .build());
        // @start region="totals"
        SpendTotals totals =
                generations.stream()
                        .map(SpendTotals::of)
                        .reduce(SpendTotals.NONE, SpendTotals::plus);

        String sum = totals.spend() + " and " + totals.unknownSpend() + " unknown";
        // @end
        assertThat(sum).isEqualTo("0.25 and 1 unknown");
    }

    @Test
    void report() {
        List<Generation> generations =
                List.of(
                        Sample.silent()
                                .with(Attribution.ofUser("ann"))
                                .with(Sample.credits("0.25"))
                                .build());
        // @start region="report"
        SpendQuery byUser =
                new SpendQuery(List.of(Dimension.USER), TimeRange.ALWAYS, ZoneOffset.UTC);
        SpendReport report = SpendReport.of(byUser, generations, SpendRule.OPENROUTER);

        List<String> lines = new ArrayList<>();
        for (SpendRow row : report.rows()) {
            String user = row.group().get(0).orElse("(no user)");
            lines.add(user + ": " + row.totals().spend()); // ann: 0.25
        }
        // @end
        assertThat(lines).containsExactly("ann: 0.25");
    }

    @Test
    void pattern() {
        // @start region="pattern"
        DimensionFilter notHaiku = DimensionFilter.of(Dimension.MODEL, "anthropic/*", "!*haiku*");

        boolean opus = notHaiku.selects(Optional.of("anthropic/claude-opus-4")); // true
        boolean haiku = notHaiku.selects(Optional.of("anthropic/claude-3-haiku")); // false
        boolean unstated = notHaiku.selects(Optional.empty()); // false
        // @end
        assertThat(opus).isTrue();
        assertThat(haiku).isFalse();
        assertThat(unstated).isFalse();
    }

    @Test
    void readsPeriodsAsPeopleWriteThem() {
        // @start region="periodText"
        ZonedDateTime now = ZonedDateTime.parse("2025-08-20T10:00:00+02:00[Europe/Berlin]");
        DateBound period = PeriodText.parse("last-month").at(now, DayOfWeek.MONDAY);

        assertThat(period.start()).isEqualTo("2025-07-01T00:00:00");
        assertThat(period.end()).isEqualTo("2025-08-01T00:00:00");
        // @end
    }

    @Test
    void findsTheRangeBefore() {
        // @start region="rangeBefore"
        Instant now = Instant.parse("2025-08-20T10:00:00Z");
        TimeRange august = TimeRange.monthOf(now, ZoneOffset.UTC);

        TimeRange before = RangeBefore.previous(august, ZoneOffset.UTC, now).before();
        // from 2025-07-01T00:00:00Z until 2025-07-20T10:00:00Z
        // @end
        assertThat(before.since()).contains(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(before.until()).contains(Instant.parse("2025-07-20T10:00:00Z"));
    }

    @Test
    void period() {
        // @start region="period"
        Optional<DateBound> august = Optional.of(DateBound.parse("2025-08"));

        TimeRange range = TimeRange.between(august, august, ZoneOffset.UTC);
        // from 2025-08-01T00:00:00Z until 2025-09-01T00:00:00Z
        // @end
        assertThat(range.since()).contains(Instant.parse("2025-08-01T00:00:00Z"));
        assertThat(range.until()).contains(Instant.parse("2025-09-01T00:00:00Z"));
    }

    @Test
    void ids() {
        // @start region="ids"
        Set<GenerationId> ids =
                GenerationIdScanner.idsIn("POST 200 gen-1755676927-7WlHzIQWGoPWoKYj3Arf 1.2s");
        // @end
        assertThat(ids).containsExactly(new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf"));
    }
}
