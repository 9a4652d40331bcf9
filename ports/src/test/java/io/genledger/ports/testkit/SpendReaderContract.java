package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.metrics.DurationPercentiles.Spread;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendQuery.Details;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.usecase.report.ReportSpend;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link SpendReader}. */
public abstract class SpendReaderContract {

    /** A reader and the ledger it reads. */
    public record Fixture(SpendReader reader, Ledger ledger) {

        /** The report that the reader's rows make. */
        public SpendReport report(SpendQuery query) {
            return new ReportSpend(reader).report(query);
        }
    }

    /** An empty ledger and its reader. */
    protected abstract Fixture emptyFixture();

    /** The name that the reader knows the ledger by; empty if it reads a ledger itself. */
    protected Optional<String> ledgerName() {
        return Optional.empty();
    }

    @Test
    void anEmptyLedgerCostsNothing() {
        SpendReport report = emptyFixture().report(always(Dimension.MODEL));

        assertThat(report.rows()).isEmpty();
        assertThat(report.totals()).isEqualTo(SpendTotals.NONE);
    }

    @Test
    void sumsEveryFigureOfAGeneration() {
        SpendReport report = reportOn(always(Dimension.MODEL, Dimension.PROVIDER), complete(id(1)));

        assertThat(report.rows())
                .containsExactly(
                        new SpendRow(
                                List.of(
                                        Optional.of("anthropic/claude-3-haiku"),
                                        Optional.of("Anthropic")),
                                SpendTotals.of(recording(complete(id(1))).entry())));
    }

    @ParameterizedTest
    @EnumSource
    void groupsByEachDimension(Dimension dimension) {
        SpendReport report = reportOn(always(dimension), complete(id(1)), complete(id(2)));

        assertThat(report.rows()).hasSize(1);
        assertThat(report.rows().get(0).group())
                .containsExactly(textOf(dimension, complete(id(1))));
        assertThat(report.totals().requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void groupsAbsentValuesApart(Dimension dimension) {
        Generation silent = costing(id(1), credits("0.01"));

        assertThat(reportOn(always(dimension), silent).rows())
                .extracting(SpendRow::group)
                .containsExactly(List.of(textOf(dimension, silent)));
    }

    private Optional<String> textOf(Dimension dimension, Generation generation) {
        return dimension == Dimension.LEDGER
                ? ledgerName()
                : dimension.of(
                        ReportedGeneration.of(generation, SpendRule.OPENROUTER), always(dimension));
    }

    /** Records in one batch stay apart: an absent figure is not taken from the other record. */
    @Test
    void takesNoFigureFromAnotherRecord() {
        Generation silent = costing(id(2), credits("0.01"));
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1))), recording(silent)));

        assertThat(fixture.report(always(Dimension.MODEL)).rows())
                .contains(
                        new SpendRow(
                                List.of(Optional.empty()),
                                SpendTotals.of(recording(silent).entry())));
    }

    @Test
    void countsAnUnknownSpendInsteadOfCallingItZero() {
        SpendTotals totals =
                reportOn(
                                always(),
                                costing(id(1), byok("0.01", Optional.empty())),
                                costing(id(2), byok("0.000325", Optional.of("0.0065"))))
                        .totals();

        assertThat(totals.unknownSpend()).isEqualTo(1);
        assertThat(totals.spend()).isEqualTo(UsdAmount.of("0.006825"));
        assertThat(totals.credits()).isEqualTo(UsdAmount.of("0.010325"));
        assertThat(totals.byokUpstream()).isEqualTo(UsdAmount.of("0.0065"));
    }

    /** Of one call the upstream cost is unknown, of the other the credits. */
    @Test
    void countsEachUnknownAmountByItself() {
        Charges noCharge = Charges.UNREPORTED.withUpstreamInferenceCost(UsdAmount.of("0.5"));
        SpendReport report =
                reportOn(
                        always(Dimension.MODEL),
                        withCharges(
                                servedBy(complete(id(1)), "a", "P"),
                                byok("0.01", Optional.empty())),
                        withCharges(servedBy(complete(id(2)), "b", "P"), noCharge));

        assertThat(report.totals().unknown()).isEqualTo(new UnknownCounts(2, 1, 1, 2, 0, 0, 0, 0));
        assertThat(report.totals().knownSpend()).isEmpty();
        assertThat(report.totals().knownCredits()).contains(UsdAmount.of("0.01"));
        assertThat(report.rows())
                .extracting(row -> row.totals().knownCredits())
                .containsExactlyInAnyOrder(Optional.of(UsdAmount.of("0.01")), Optional.empty());
    }

    @Test
    void sumsTheByokFeeApart() {
        SpendTotals totals =
                reportOn(
                                always(),
                                costing(id(1), credits("0.01")),
                                costing(id(2), byok("0.000325", Optional.of("0.0065"))),
                                costing(id(3), byok("0.0005", Optional.empty())))
                        .totals();

        assertThat(totals.byokFee()).isEqualTo(UsdAmount.of("0.000825"));
        assertThat(totals.credits()).isEqualTo(UsdAmount.of("0.010825"));
    }

    @Test
    void countsAnUnknownCacheSavingInsteadOfCallingItZero() {
        Generation cached = complete(id(1));
        Charges silent = credits("0.01");

        SpendTotals totals =
                reportOn(
                                always(),
                                cached,
                                withCharges(complete(id(2)), silent),
                                costing(id(3), silent))
                        .totals();

        assertThat(totals.unknownCacheSaving()).isEqualTo(1);
        assertThat(totals.cacheDiscount()).isEqualTo(UsdAmount.of("-0.0000125"));
    }

    @Test
    void addsTheLargestAndTheSmallestAmountsExactly() {
        SpendTotals totals =
                reportOn(
                                always(),
                                costing(id(1), credits("999999.999999999999")),
                                costing(id(2), credits("999999.999999999999")),
                                costing(id(3), credits("999999.999999999999")),
                                costing(id(4), credits("0.000000000001")),
                                costing(id(5), credits("-0.5")))
                        .totals();

        assertThat(totals.spend()).isEqualTo(UsdAmount.of("2999999.499999999998"));
    }

    @Test
    void sumsBeyondALongOfPicodollars() {
        Generation[] dear = new Generation[12];
        Arrays.setAll(dear, i -> costing(id(i), credits("999999.123456789012")));

        assertThat(reportOn(always(), dear).totals().spend())
                .isEqualTo(UsdAmount.of("11999989.481481468144"));
    }

    @Test
    void countsACorrectedGenerationByItsNewestRevision() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.01")))));
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.03")))));

        SpendTotals totals = fixture.report(always()).totals();
        assertThat(totals.requests()).isEqualTo(1);
        assertThat(totals.spend()).isEqualTo(UsdAmount.of("0.03"));
    }

    @Test
    void readsTheLedgerAsItWasAtAMoment() {
        Fixture fixture = emptyFixture();
        Instant before = momentAfterNow();
        fixture.ledger()
                .record(
                        List.of(
                                recording(charged(1, "a", "0.01")),
                                recording(inline(charged(2, "a", "0.2")))));
        Instant first = momentAfterNow();
        fixture.ledger().record(List.of(recording(charged(1, "b", "0.03"))));
        Instant corrected = momentAfterNow();
        fixture.ledger().record(List.of(recording(charged(2, "b", "0.4"))));

        SpendQuery query = always(Dimension.MODEL);
        assertThat(spendByModel(fixture, query.asOf(before))).isEmpty();
        assertThat(spendByModel(fixture, query.asOf(first))).containsExactly("a 0.21");
        assertThat(spendByModel(fixture, query.asOf(corrected))).containsExactly("a 0.2", "b 0.03");
        assertThat(spendByModel(fixture, query.asOf(momentAfterNow())))
                .containsExactly("b 0.43")
                .isEqualTo(spendByModel(fixture, query));
    }

    /** Times of recording are whole microseconds. */
    static Instant momentAfterNow() {
        Instant moment = Instant.now().plusNanos(1_000);
        while (!Instant.now().isAfter(moment.plusNanos(1_000))) {
            Thread.onSpinWait();
        }
        return moment;
    }

    private static List<String> spendByModel(Fixture fixture, SpendQuery query) {
        return fixture.report(query).rows().stream()
                .map(row -> row.group().get(0).orElseThrow() + " " + row.totals().spend())
                .toList();
    }

    /** The order of UTF-16, in which Java compares, is another. */
    @Test
    void ordersEqualSpendByCodePointsAndAbsentTextsLast() {
        SpendReport report =
                reportOn(
                        always(Dimension.MODEL),
                        costing(id(1), credits("0.5")),
                        charged(2, "\uD834\uDD1E", "0.5"),
                        charged(3, "\uFF21", "0.5"),
                        charged(4, "a", "0.5"),
                        charged(5, "z", "0.75"));

        assertThat(report.rows())
                .extracting(row -> row.group().get(0).orElse(""))
                .containsExactly("z", "a", "\uFF21", "\uD834\uDD1E", "");
    }

    @Test
    void ordersByTheHighestSpendAlsoWhereItIsNegativeOrVeryLarge() {
        SpendReport report =
                reportOn(
                        always(Dimension.MODEL),
                        charged(1, "a", "-0.000001000001"),
                        charged(2, "b", "-0.000001"),
                        charged(3, "c", "-0.000000999999"),
                        charged(4, "d", "999999.999999999999"),
                        charged(5, "d", "999999.999999999999"),
                        charged(6, "e", "999999.999999999998"),
                        charged(7, "e", "999999.999999999999"));

        assertThat(report.rows())
                .extracting(row -> row.group().get(0).orElseThrow())
                .containsExactly("d", "e", "c", "b", "a");
    }

    @Test
    void ordersByEachTimeThatIsADimension() {
        Instant march = Instant.parse("2025-03-30T00:00:00Z");
        SpendReport report =
                reportOn(
                        always(Dimension.MONTH, Dimension.MODEL, Dimension.DAY),
                        createdAt(charged(1, "b", "0.5"), march),
                        createdAt(charged(2, "a", "0.5"), march.plusSeconds(86_400)),
                        createdAt(charged(3, "a", "0.5"), march.plusSeconds(172_800)));

        assertThat(report.rows())
                .extracting(row -> row.group().get(2).orElseThrow())
                .containsExactly("2025-03-31", "2025-03-30", "2025-04-01");
    }

    @Test
    void aRangeIncludesItsStartAndExcludesItsEnd() {
        Instant since = Instant.parse("2025-03-01T00:00:00Z");
        Instant until = Instant.parse("2025-03-02T00:00:00Z");
        SpendQuery query =
                new SpendQuery(
                        List.of(),
                        new TimeRange(Optional.of(since), Optional.of(until)),
                        ZoneOffset.UTC);

        assertThat(
                        reportOn(
                                        query,
                                        createdAt(complete(id(1)), since),
                                        createdAt(complete(id(2)), since.minusNanos(1_000)),
                                        createdAt(complete(id(3)), until.minusNanos(1_000)),
                                        createdAt(complete(id(4)), until))
                                .totals()
                                .requests())
                .isEqualTo(2);
    }

    @Test
    void aTimeOfCreationIsCutToMicroseconds() {
        Instant created = Instant.parse("2025-03-01T00:00:00.000000999Z");
        Instant cut = Instant.parse("2025-03-01T00:00:00Z");

        assertThat(requestsOf(created, cut, cut.plusNanos(1))).isEqualTo(1);
        assertThat(requestsOf(created, cut.plusNanos(1), cut.plusSeconds(1))).isZero();
        assertThat(requestsOf(created, cut.plusNanos(999), cut.plusSeconds(1))).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DAY", "MONTH"})
    void daysAndMonthsBeginInTheZoneOfTheQuery(Dimension dimension) {
        for (String zone : List.of("Asia/Kathmandu", "America/St_Johns", "Europe/Berlin", "UTC")) {
            SpendQuery query =
                    new SpendQuery(List.of(dimension), TimeRange.ALWAYS, ZoneId.of(zone));
            Generation[] aroundMidnight = {
                createdAt(complete(id(1)), Instant.parse("2025-02-28T18:14:59.999Z")),
                createdAt(complete(id(2)), Instant.parse("2025-02-28T18:15:00Z")),
                createdAt(complete(id(3)), Instant.parse("2025-02-28T23:00:00Z")),
                createdAt(complete(id(4)), Instant.parse("2025-03-01T03:29:59Z")),
                createdAt(complete(id(5)), Instant.parse("2025-03-01T03:30:00Z")),
                createdAt(complete(id(6)), Instant.EPOCH)
            };
            Fixture expected = inMemory();
            for (Generation generation : aroundMidnight) {
                expected.ledger().record(List.of(recording(generation)));
            }

            assertThat(reportOn(query, aroundMidnight)).as(zone).isEqualTo(expected.report(query));
        }
    }

    @Test
    void ordersGroupsBySpendAndTotalsThem() {
        SpendReport report =
                reportOn(
                        always(Dimension.MODEL, Dimension.PROVIDER, Dimension.DAY),
                        charged(1, "a/cheap", "0.001"),
                        charged(2, "b/dear", "0.5"),
                        charged(3, "b/dear", "0.25"));

        assertThat(report.rows())
                .extracting(row -> row.group().get(0))
                .containsExactly(Optional.of("b/dear"), Optional.of("a/cheap"));
        assertThat(report.totals().spend()).isEqualTo(UsdAmount.of("0.751"));
    }

    @Test
    void sumsProvisionalSpendAndTimedGenerations() {
        SpendTotals totals =
                reportOn(always(), inline(complete(id(1))), complete(id(2)), silent(id(3)))
                        .totals();

        assertThat(totals.requests()).isEqualTo(3);
        assertThat(totals.provisional()).isEqualTo(1);
        assertThat(totals.ratios().generationTime()).isEqualTo(Duration.ofMillis(94));
        assertThat(totals.ratios().timedCompletion()).isEqualTo(new TokenCount(14));
        assertThat(totals.tokens().images()).isEqualTo(new TokenCount(2));
    }

    /** One generation lacks each figure, and one states all. */
    @Test
    void countsUnknownTokensAndLeavesThemOutOfRatios() {
        NativeTokens stated = Sample.nativeTokens(10, 20, 3, 4);
        List<Optional<TokenCount>> counts = List.of(stated.prompt(), stated.completion());
        Generation[] generations = {
            withTokens(1, stated, "0.25"),
            withTokens(
                    2,
                    new NativeTokens(
                            Optional.empty(),
                            counts.get(1),
                            stated.reasoning(),
                            stated.cached(),
                            Optional.empty()),
                    "0.5"),
            withTokens(
                    3,
                    new NativeTokens(
                            counts.get(0),
                            Optional.empty(),
                            Optional.empty(),
                            stated.cached(),
                            Optional.empty()),
                    "1"),
            withTokens(
                    4,
                    new NativeTokens(
                            counts.get(0),
                            counts.get(1),
                            stated.reasoning(),
                            Optional.empty(),
                            Optional.empty()),
                    "2"),
            withCharges(withTokens(5, stated, "4"), Charges.UNREPORTED),
        };
        Fixture fixture = emptyFixture();
        fixture.ledger().record(Stream.of(generations).map(SampleGenerations::recording).toList());
        SpendTotals expected =
                Stream.of(generations)
                        .map(SpendTotals::of)
                        .reduce(SpendTotals.NONE, SpendTotals::plus);

        for (Dimension by :
                List.of(Dimension.DAY, Dimension.HOUR, Dimension.APP, Dimension.REQUEST)) {
            SpendTotals totals = fixture.report(always(by)).totals();
            assertThat(totals).as("by %s", by).isEqualTo(expected);
            assertThat(totals.unknown()).isEqualTo(new UnknownCounts(1, 1, 0, 4, 1, 1, 1, 1));
            assertThat(totals.ratios().price().map(one -> one.dollarsPerToken()))
                    .contains(Ratio.of(UsdAmount.of("2.25"), new TokenCount(60)));
        }
    }

    private static Generation withTokens(int number, NativeTokens tokens, String spend) {
        return costing(id(number), credits(spend)).toBuilder()
                .with(tokens)
                .with(Timing.of(Duration.ofMillis(337), Duration.ofMillis(47)))
                .build();
    }

    @Test
    void correctionsChangeTheCountsOfUnknownTokens() {
        Fixture fixture = emptyFixture();
        Generation later = withTokens(1, Sample.nativeTokens(10, 20, 3, 4), "0.25");
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.25")))));
        fixture.ledger().record(List.of(recording(later)));

        for (Dimension by :
                List.of(Dimension.DAY, Dimension.HOUR, Dimension.APP, Dimension.REQUEST)) {
            assertThat(fixture.report(always(by)).totals()).isEqualTo(SpendTotals.of(later));
        }
    }

    @Test
    void modelsOfOneAuthorOrVariantAreOneGroup() {
        Generation[] generations = {
            charged(1, "a/one", "0.5"),
            charged(2, "a/two:free", "0.25"),
            charged(3, "b:x/three:free", "0.125"),
            charged(4, "four", "0.0625"),
            costing(id(5), credits("0.03125"))
        };

        assertThat(groupsAndSpend(reportOn(always(Dimension.AUTHOR), generations)))
                .containsExactly("[a] 0.75", "[b:x] 0.125", "[-] 0.09375");
        assertThat(groupsAndSpend(reportOn(always(Dimension.VARIANT), generations)))
                .containsExactly("[-] 0.59375", "[free] 0.375");
        assertThat(groupsAndSpend(reportOn(always(Dimension.AUTHOR, Dimension.MODEL), generations)))
                .containsExactly(
                        "[a, a/one] 0.5",
                        "[a, a/two:free] 0.25",
                        "[b:x, b:x/three:free] 0.125",
                        "[-, four] 0.0625",
                        "[-, -] 0.03125");
    }

    @ParameterizedTest
    @EnumSource
    void filtersByEachDimension(Dimension dimension) {
        if (dimension.isTime()) {
            return;
        }
        Generation stated = complete(id(1));
        String text = textOf(dimension, stated).map(one -> one.replace("*", "\\*")).orElse("");
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(stated), recording(silent(id(2)))));
        SpendQuery query = always();

        long both = fixture.report(query).totals().requests();
        long same =
                fixture.report(query.where(List.of(DimensionFilter.of(dimension, text))))
                        .totals()
                        .requests();
        long others =
                fixture.report(query.where(List.of(DimensionFilter.of(dimension, "!" + text))))
                        .totals()
                        .requests();
        assertThat(both).isEqualTo(2);
        boolean areEqual = textOf(dimension, stated).equals(textOf(dimension, silent(id(2))));
        assertThat(same).isEqualTo(areEqual ? 2 : 1);
        assertThat(others).isEqualTo(areEqual ? 0 : 1);
    }

    @Test
    void patternsTellCasesApartAndTakeOtherCharactersLiterally() {
        Fixture fixture = emptyFixture();
        String[] models = {"a/[x]_1%?", "A/[x]_1%?", "a/xy1zz", "a/[X]_1%?", "\\", "a"};
        for (int i = 0; i < models.length; i++) {
            fixture.ledger().record(List.of(recording(charged(i, models[i], "0.5"))));
        }
        fixture.ledger().record(List.of(recording(costing(id(9), credits("0.5")))));

        assertThat(selected(fixture, "a/*")).containsExactly("a/[X]_1%?", "a/[x]_1%?", "a/xy1zz");
        assertThat(selected(fixture, "a/[x]*")).containsExactly("a/[x]_1%?");
        assertThat(selected(fixture, "*_1%?")).containsExactly(models[1], models[3], models[0]);
        assertThat(selected(fixture, "a/*1*z")).containsExactly("a/xy1zz");
        assertThat(selected(fixture, "*\\\\*")).containsExactly("\\");
        assertThat(selected(fixture, "a/[x]_1%?", "a")).containsExactly("a", "a/[x]_1%?");
        assertThat(selected(fixture, "a*", "!a/*")).containsExactly("a");
        assertThat(selected(fixture, "!*/*", "!a")).containsExactly("\\", "-");
        assertThat(selected(fixture, "")).containsExactly("-");
        assertThat(selected(fixture, "!", "!*/*")).containsExactly("\\", "a");
        assertThat(selected(fixture, "none")).isEmpty();
    }

    private static List<String> selected(Fixture fixture, String... patterns) {
        return fixture
                .report(
                        always(Dimension.MODEL)
                                .where(List.of(DimensionFilter.of(Dimension.MODEL, patterns)))
                                .orderedBy(SpendOrder.GROUP))
                .rows()
                .stream()
                .map(row -> row.group().get(0).orElse("-"))
                .toList();
    }

    /** Kept sums do not know findings; what a correction cancels is in no sum. */
    @Test
    public void sumsTheGenerationsWithAFinding() {
        Fixture fixture = emptyFixture();
        fixture.ledger()
                .record(
                        List.of(
                                recording(costing(id(1), credits("-0.5"))),
                                recording(costing(id(2), credits("-0.25"))),
                                recording(costing(id(3), credits("4")))));
        fixture.ledger().record(List.of(recording(costing(id(2), credits("2")))));
        SpendQuery query = always(Dimension.MODEL);

        SpendQuery negative = query.where(List.of(OfFindings.of("negative-usage")));
        SpendQuery others = query.where(List.of(OfFindings.of("!negative-usage")));

        assertThat(fixture.report(negative).totals().spend()).isEqualTo(UsdAmount.of("-0.5"));
        assertThat(fixture.report(others).totals().spend()).isEqualTo(UsdAmount.of("6"));
        assertThat(fixture.report(others).totals().requests()).isEqualTo(2);
    }

    /** A filter by a dimension that the sums of the query's own dimension do not distinguish. */
    @Test
    void filtersByOtherDimensionsThanTheGroups() {
        Fixture fixture = emptyFixture();
        fixture.ledger()
                .record(
                        List.of(
                                recording(complete(id(1))),
                                recording(servedBy(complete(id(2)), "b", "P"))));
        for (Dimension dimension : List.of(Dimension.APP, Dimension.USER, Dimension.PROVIDER)) {
            SpendQuery query =
                    always(dimension).where(List.of(DimensionFilter.of(Dimension.MODEL, "b", "c")));
            assertThat(fixture.report(query).totals().requests()).as("%s", query).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(SpendOrder.By.class)
    void ordersByEachFigureInBothDirections(SpendOrder.By by) {
        Fixture fixture = emptyFixture();
        Fixture expected = inMemory();
        for (int i = 0; i < 12; i++) {
            Generation generation =
                    servedBy(complete(id(i)), "m" + i % 5, "P").toBuilder()
                            .with(NativeTokens.of(i * 7 % 5, i * 5 % 7).withReasoning(i % 4))
                            .with(
                                    i % 4 == 3
                                            ? byok("0.0" + i, Optional.of("0." + i * 7 % 12))
                                            : credits("0." + i * 5 % 12))
                            .build();
            fixture.ledger().record(List.of(recording(generation)));
            expected.ledger().record(List.of(recording(generation)));
        }
        for (boolean isReversed : new boolean[] {false, true}) {
            SpendQuery query = always(Dimension.MODEL).orderedBy(new SpendOrder(by, isReversed));
            assertThat(fixture.report(query).rows())
                    .as("%s", query)
                    .isEqualTo(expected.report(query).rows());
        }
    }

    @Test
    void aReversedOrderOfGroupsBeginsWithAbsentTexts() {
        SpendQuery query =
                always(Dimension.MODEL).orderedBy(new SpendOrder(SpendOrder.By.GROUP, true));

        assertThat(
                        groupsAndSpend(
                                reportOn(
                                        query,
                                        charged(1, "a", "0.5"),
                                        charged(2, "b", "0.25"),
                                        costing(id(3), credits("0.125")))))
                .containsExactly("[-] 0.125", "[b] 0.25", "[a] 0.5");
    }

    @Test
    void subtotalsStandBeforeTheirRowsAndAreOrderedThemselves() {
        SpendQuery query =
                always(Dimension.PROVIDER, Dimension.MODEL).with(new Details(true, false));

        assertThat(
                        groupsAndSpend(
                                reportOn(
                                        query,
                                        withCharges(
                                                servedBy(complete(id(1)), "a", "P"),
                                                credits("0.4")),
                                        withCharges(
                                                servedBy(complete(id(2)), "b", "P"),
                                                credits("0.5")),
                                        withCharges(
                                                servedBy(complete(id(3)), "a", "Q"),
                                                credits("0.8")),
                                        costing(id(4), credits("0.1")))))
                .containsExactly(
                        "[P] 0.9",
                        "[P, b] 0.5",
                        "[P, a] 0.4",
                        "[Q] 0.8",
                        "[Q, a] 0.8",
                        "[-] 0.1",
                        "[-, -] 0.1");
    }

    @Test
    void percentilesAreOfTheNearestRankAndOfTheNewestRevisions() {
        Fixture fixture = emptyFixture();
        for (int i = 0; i < 20; i++) {
            fixture.ledger().record(List.of(recording(taking(i, Duration.ofSeconds(9)))));
            fixture.ledger().record(List.of(recording(taking(i, Duration.ofMillis(20 - i)))));
        }
        fixture.ledger().record(List.of(recording(servedBy(silent(id(20)), "m", "P"))));
        fixture.ledger().record(List.of(recording(servedBy(silent(id(21)), "other", "P"))));
        SpendQuery query = always(Dimension.MODEL).with(new Details(false, true));

        List<SpendRow> rows = new ArrayList<>();
        var unused = fixture.reader().read(query, rows::add);
        assertThat(rows)
                .extracting(row -> row.group().get(0).orElse("-"), SpendRow::percentiles)
                .containsExactly(
                        tuple(
                                "m",
                                Optional.of(
                                        new DurationPercentiles(
                                                Optional.of(
                                                        new Spread(
                                                                Duration.ofMillis(10),
                                                                Duration.ofMillis(19))),
                                                Optional.of(
                                                        new Spread(
                                                                Duration.ofSeconds(1),
                                                                Duration.ofSeconds(1))),
                                                BigDecimal.ZERO))),
                        tuple(
                                "other",
                                Optional.of(
                                        new DurationPercentiles(
                                                Optional.empty(),
                                                Optional.empty(),
                                                BigDecimal.ZERO))));

        List<SpendRow> together = new ArrayList<>();
        unused = fixture.reader().read(query.by(List.of()), together::add);
        assertThat(together).hasSize(1);
        assertThat(together.get(0).percentiles()).isEqualTo(rows.get(0).percentiles());
    }

    private static Generation taking(int number, Duration latency) {
        return servedBy(complete(id(number)), "m", "P").toBuilder()
                .with(Timing.of(latency, Duration.ofSeconds(1)))
                .build();
    }

    /** Clocks in St. John's were set back from 00:01 to 23:01, within an hour. */
    @Test
    void anHourThatAClockChangeRepeatsIsTwoGroups() {
        Instant change = Instant.parse("2006-10-29T02:31:00Z");
        SpendQuery query =
                new SpendQuery(
                        List.of(Dimension.HOUR), TimeRange.ALWAYS, ZoneId.of("America/St_Johns"));
        Generation[] generations = {
            createdAt(charged(1, "a", "0.5"), change.minusSeconds(60)),
            createdAt(charged(2, "a", "0.5"), change.minusSeconds(61)),
            createdAt(charged(3, "a", "0.25"), change),
            createdAt(charged(4, "a", "0.125"), change.plusSeconds(59 * 60))
        };

        assertThat(groupsAndSpend(reportOn(query, generations)))
                .containsExactly(
                        "[2006-10-28T23:00-02:30] 0.5",
                        "[2006-10-28T23:00-03:30] 0.25",
                        "[2006-10-29T00:00-02:30] 0.5",
                        "[2006-10-29T00:00-03:30] 0.125");
    }

    @Test
    void weeksBeginOnTheDayOfTheQuery() {
        Generation[] generations = {
            createdAt(charged(1, "a", "0.5"), Instant.parse("2025-01-04T23:59:59Z")),
            createdAt(charged(2, "a", "0.25"), Instant.parse("2025-01-05T00:00:00Z"))
        };

        assertThat(groupsAndSpend(reportOn(always(Dimension.WEEK), generations)))
                .containsExactly("[2024-12-30] 0.75");
        assertThat(
                        groupsAndSpend(
                                reportOn(
                                        always(Dimension.WEEK).withStartOfWeek(DayOfWeek.SUNDAY),
                                        generations)))
                .containsExactly("[2024-12-29] 0.5", "[2025-01-05] 0.25");
    }

    private static List<String> groupsAndSpend(SpendReport report) {
        return report.rows().stream()
                .map(row ->
                        row.group().stream().map(text -> text.orElse("-")).toList()
                                + " "
                                + row.totals().spend())
                .toList();
    }

    private SpendReport reportOn(SpendQuery query, Generation... generations) {
        Fixture fixture = emptyFixture();
        for (Generation generation : generations) {
            fixture.ledger().record(List.of(recording(generation)));
        }
        return fixture.report(query);
    }

    private long requestsOf(Instant created, Instant since, Instant until) {
        TimeRange range = new TimeRange(Optional.of(since), Optional.of(until));
        SpendQuery query = new SpendQuery(List.of(), range, ZoneOffset.UTC);
        return reportOn(query, createdAt(complete(id(1)), created)).totals().requests();
    }

    private static Generation charged(int number, String model, String usage) {
        return withCharges(servedBy(complete(id(number)), model, "P"), credits(usage));
    }

    private static SpendQuery always(Dimension... dimensions) {
        return new SpendQuery(List.of(dimensions), TimeRange.ALWAYS, ZoneOffset.UTC);
    }

    private static Fixture inMemory() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(ledger, ledger);
    }
}
