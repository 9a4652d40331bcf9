package io.genledger.ports.testkit;

import static io.genledger.domain.finding.StandardFindings.BYOK_FEE_ABOVE_PLAN;
import static io.genledger.domain.finding.StandardFindings.BYOK_FEE_WITHIN_ALLOWANCE;
import static io.genledger.domain.finding.StandardFindings.ZERO_UNEXPLAINED;
import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.sample.RandomGenerations;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.UndecidedFindings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@link FindingReader}. */
public abstract class FindingReaderContract {

    private static final long SEED = 20261129;
    private static final Instant FIRST_DAY = Instant.parse("2025-09-20T00:00:00Z");

    private static final Set<StandardFindings> FEE_RULES =
            Set.of(BYOK_FEE_ABOVE_PLAN, BYOK_FEE_WITHIN_ALLOWANCE);

    /** A reader and the ledger it reads. */
    public record Fixture(FindingReader reader, Ledger ledger) {

        private List<Ledger.Outcome> record(Generation... generations) {
            return ledger.record(Stream.of(generations).map(SampleGenerations::recording).toList());
        }

        private AuditReport report() {
            return report(TimeRange.ALWAYS);
        }

        private AuditReport report(TimeRange range) {
            return reader.summarise(range, undecided -> {});
        }

        private List<UndecidedFindings> undecided() {
            return undecided(TimeRange.ALWAYS);
        }

        private List<UndecidedFindings> undecided(TimeRange range) {
            List<UndecidedFindings> passed = new ArrayList<>();
            reader.summarise(range, passed::add);
            return passed;
        }
    }

    /** An empty ledger and its reader. */
    protected abstract Fixture emptyFixture();

    @Test
    void anEmptyLedgerHasNoFindings() {
        Fixture fixture = emptyFixture();

        assertThat(fixture.report()).isEqualTo(new AuditReport(0, 0, List.of()));
        assertThat(fixture.undecided()).isEmpty();
    }

    @Test
    void sumsTheFindingsOfEachCode() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), credits("-0.25")),
                costing(id(2), credits("-0.5")),
                costing(id(3), byok("0.1", Optional.empty())),
                costing(id(4), credits("1")));

        assertThat(fixture.report())
                .isEqualTo(
                        new AuditReport(
                                4,
                                0,
                                List.of(
                                        group(StandardFindings.NEGATIVE_USAGE, 2, "0.75", 0, 1, 2),
                                        group(
                                                StandardFindings.UPSTREAM_EXCEEDS_CREDITS,
                                                2,
                                                "0.75",
                                                0,
                                                1,
                                                2),
                                        group(StandardFindings.SPEND_UNKNOWN, 1, "0", 1, 3))));
    }

    @Test
    void namesTheEarliestGenerationsAsExamples() {
        Fixture fixture = emptyFixture();
        for (int number : new int[] {1, 4, 3, 2}) {
            fixture.record(
                    createdAt(
                            costing(id(number), credits("-1")), CREATED.minusSeconds(number / 2)));
        }

        assertThat(group(fixture.report(), StandardFindings.NEGATIVE_USAGE).examples())
                .extracting(FindingExample::id)
                .containsExactly(id(4), id(2), id(3));
    }

    /** The sum of a rollup must not lose what a single amount keeps. */
    @Test
    void sumsMoneyToTheLastDigit() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), credits("-0.000000000000000000000001")),
                costing(id(2), credits("-0.999999999999999999999999")),
                costing(id(3), credits("-999999.999999999999999999999999")),
                costing(id(4), credits("-0.0000000000015")));

        assertThat(group(fixture.report(), StandardFindings.NEGATIVE_USAGE).atStake())
                .isEqualTo(UsdAmount.of("1000001.000000000001499999999999"));
    }

    @Test
    void countsEachGenerationByItsNewestRevision() {
        Fixture fixture = emptyFixture();
        fixture.record(costing(id(1), credits("-0.25")), costing(id(2), credits("-0.25")));
        fixture.record(costing(id(1), credits("-0.5")), costing(id(2), credits("1")));

        assertThat(fixture.report().generations()).isEqualTo(2);
        assertThat(fixture.report().groups())
                .filteredOn(group -> group.code().equals("negative-usage"))
                .containsExactly(group(StandardFindings.NEGATIVE_USAGE, 1, "0.5", 0, 1));

        fixture.record(costing(id(1), credits("1")));

        assertThat(fixture.report()).isEqualTo(new AuditReport(2, 0, List.of()));
    }

    @Test
    void countsNothingForADocumentThatWasNotRecordedAgain() {
        Fixture fixture = emptyFixture();
        Generation negative = costing(id(1), credits("-0.25"));
        fixture.record(negative);
        AuditReport once = fixture.report();

        assertThat(fixture.record(negative, SampleGenerations.inline(negative)))
                .containsExactly(Ledger.Outcome.UNCHANGED, Ledger.Outcome.SUPERSEDED);
        assertThat(fixture.report()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, true",
        "2025-03-09T08:00:00.5Z, , true",
        "2025-03-09T08:00:00.500000001Z, , false",
        ", 2025-03-09T08:00:00.5Z, false",
        ", 2025-03-09T08:00:00.500000001Z, true"
    })
    void readsOnlyWhatWasCreatedInTheRange(Instant since, Instant until, boolean belongs) {
        Fixture fixture = emptyFixture();
        Instant created = Instant.parse("2025-03-09T08:00:00.5Z");
        fixture.record(
                createdAt(costing(id(1), credits("-1")), created),
                createdAt(costing(id(2), byok("1", Optional.of("1"))), created));
        TimeRange range = new TimeRange(Optional.ofNullable(since), Optional.ofNullable(until));

        AuditReport report = fixture.report(range);

        assertThat(report.generations()).isEqualTo(belongs ? 2 : 0);
        assertThat(report.groups().isEmpty()).isEqualTo(!belongs);
        assertThat(fixture.undecided(range)).hasSize(belongs ? 1 : 0);
    }

    /** Ranges begin and end within a day, at its bounds, before the first and after the last. */
    @Test
    void isExactForAnyRangeAndAfterCorrections() {
        Fixture fixture = emptyFixture();
        RandomGenerations random = new RandomGenerations(SEED);
        Map<GenerationId, Generation> newest = new LinkedHashMap<>();
        List<Generation> first = random.next(400);
        first.forEach(generation -> newest.put(generation.id(), generation));
        fixture.record(first.toArray(Generation[]::new));
        List<Generation> corrections = random.next(150);
        for (int i = 0; i < corrections.size(); i++) {
            GenerationId corrected = first.get(2 * i).id();
            Generation correction = corrections.get(i).toBuilder().with(corrected).build();
            if (correction.shape().kind() == DocumentKind.METADATA) {
                fixture.record(correction);
                newest.put(corrected, correction);
            }
        }

        for (TimeRange range : ranges(new Random(SEED))) {
            assertThat(fixture.report(range))
                    .as("%s, seed %d", range, SEED)
                    .isEqualTo(expected(newest.values(), range));
        }
    }

    @Test
    void passesWhatThePlanDecidesWithThePostedAmounts() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), byok("0.05", Optional.of("1"))),
                costing(id(2), byok("0", Optional.empty())),
                costing(id(3), credits("0")),
                costing(id(4), byok("-1", Optional.of("1"))),
                costing(id(5), Sample.charges(true, null, "0.07", "1", null)));

        assertThat(fixture.undecided())
                .containsExactlyInAnyOrder(
                        undecided(1, FEE_RULES, "0.05", Optional.of("1")),
                        undecided(2, Set.of(ZERO_UNEXPLAINED), "0", Optional.empty()),
                        undecided(5, FEE_RULES, "0.07", Optional.of("1")));
    }

    @Test
    void passesTheAccountWhosePlanDecides() {
        Fixture fixture = emptyFixture();
        Recording usual = recording(costing(id(1), byok("0.05", Optional.of("1"))));
        AccountName account = new AccountName("team/research");
        fixture.ledger().record(List.of(new Recording(usual.entry(), usual.document(), account)));

        assertThat(fixture.undecided())
                .extracting(UndecidedFindings::id, UndecidedFindings::account)
                .containsExactly(tuple(id(1), account));
    }

    /** Half a picodollar decides whether a fee is too high. */
    @Test
    void passesTheDocumentWhereThePostedAmountsAreRounded() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), byok("0.0500000000006", Optional.of("1"))),
                costing(id(2), byok("0.050000000001", Optional.of("1"))));

        assertThat(fixture.undecided())
                .extracting(UndecidedFindings::id, UndecidedFindings::document)
                .containsExactlyInAnyOrder(
                        tuple(id(1), Optional.of(document(id(1)))), tuple(id(2), Optional.empty()));
    }

    @Test
    void passesUndecidedRulesOfTheNewestRevisionOnly() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), byok("0.05", Optional.of("1"))),
                costing(id(2), byok("0.05", Optional.of("1"))));
        fixture.record(
                costing(id(1), byok("0.06", Optional.of("1"))), costing(id(2), credits("1")));

        assertThat(fixture.undecided())
                .containsExactly(undecided(1, FEE_RULES, "0.06", Optional.of("1")));
    }

    @Test
    void passesEachOfManyOnce() {
        int many = 2_345;
        Fixture fixture = emptyFixture();
        fixture.record(
                IntStream.range(0, many)
                        .mapToObj(i -> costing(id(i), byok("0.05", Optional.of("1"))))
                        .toArray(Generation[]::new));

        List<UndecidedFindings> passed = fixture.undecided();

        assertThat(passed).hasSize(many);
        assertThat(passed).extracting(UndecidedFindings::id).doesNotHaveDuplicates();
    }

    @Test
    void countsWhatOlderRulesFound() {
        Fixture fixture = emptyFixture();
        Map<StandardFindings, Optional<UsdAmount>> found =
                Map.of(StandardFindings.REPLAY_CHARGED, Optional.of(UsdAmount.of("2")));
        fixture.ledger()
                .record(
                        List.of(
                                withFindings(1, new RecordedFindings(0, found, Set.of())),
                                withFindings(2, new RecordedFindings(0, Map.of(), Set.of())),
                                recording(costing(id(3), credits("-1")))));

        AuditReport report = fixture.report();

        assertThat(report.generations()).isEqualTo(3);
        assertThat(report.byOlderRules()).isEqualTo(2);
        assertThat(group(report, StandardFindings.REPLAY_CHARGED))
                .isEqualTo(group(StandardFindings.REPLAY_CHARGED, 1, "2", 0, 1));
    }

    @Test
    void countsDocumentsThatCannotBeDecoded() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(withFindings(1, RecordedFindings.UNREADABLE)));

        assertThat(fixture.report().groups())
                .containsExactly(group(StandardFindings.DOCUMENT_UNREADABLE, 1, "0", 1, 1));
    }

    @Test
    void anExceptionOfTheConsumerIsThrown() {
        Fixture fixture = emptyFixture();
        fixture.record(costing(id(1), byok("0.05", Optional.of("1"))));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        fixture.reader()
                                .summarise(
                                        TimeRange.ALWAYS,
                                        undecided -> {
                                            throw new IllegalStateException("enough");
                                        }))
                .withMessage("enough");
        assertThat(fixture.undecided()).hasSize(1);
    }

    private static List<TimeRange> ranges(Random random) {
        List<TimeRange> ranges = new ArrayList<>(List.of(TimeRange.ALWAYS));
        for (int i = 0; i < 30; i++) {
            Instant since = moment(random);
            Instant until = moment(random);
            ranges.add(new TimeRange(Optional.of(since), Optional.empty()));
            ranges.add(new TimeRange(Optional.empty(), Optional.of(until)));
            if (since.isBefore(until)) {
                ranges.add(new TimeRange(Optional.of(since), Optional.of(until)));
            }
        }
        return ranges;
    }

    /** The start of a day, or any microsecond of it. */
    private static Instant moment(Random random) {
        Instant day = FIRST_DAY.plus(Duration.ofDays(random.nextInt(26) - 2));
        return random.nextBoolean()
                ? day
                : day.plusSeconds(random.nextInt(86_400)).plusNanos(random.nextInt(1_000) * 1_000L);
    }

    private static AuditReport expected(Collection<Generation> all, TimeRange range) {
        List<Generation> selected =
                all.stream().filter(any -> range.contains(any.created().at())).toList();
        Map<String, FindingGroup> groups = new LinkedHashMap<>();
        for (Generation each : selected) {
            FindingExample example = new FindingExample(each.created().at(), each.id());
            LedgerEntry.of(each)
                    .findings()
                    .atStake()
                    .forEach((rule, atStake) -> {
                        FindingGroup one =
                                FindingGroup.of(example, rule.finding(Set.of(), atStake));
                        groups.merge(one.code(), one, FindingGroup::plus);
                    });
        }
        return AuditReport.of(selected.size(), 0, groups.values());
    }

    private static Recording withFindings(int number, RecordedFindings findings) {
        Recording usual = recording(costing(id(number), credits("1")));
        LedgerEntry entry = usual.entry();
        return new Recording(
                new LedgerEntry(entry.generation(), entry.posting(), entry.digest(), findings),
                usual.document());
    }

    private static UndecidedFindings undecided(
            int number, Set<StandardFindings> rules, String fee, Optional<String> upstream) {
        return new UndecidedFindings(
                id(number),
                AccountName.DEFAULT,
                CREATED,
                rules,
                new Charges(
                        Optional.of(true),
                        Optional.of(UsdAmount.of(fee)),
                        Optional.empty(),
                        upstream.map(UsdAmount::of),
                        Optional.empty()),
                Optional.empty());
    }

    private static FindingGroup group(AuditReport report, StandardFindings rule) {
        return report.groups().stream()
                .filter(group -> group.code().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    private static FindingGroup group(
            StandardFindings rule, long count, String atStake, long unknown, int... examples) {
        return new FindingGroup(
                rule.code(),
                rule.severity(),
                rule.sentence(),
                count,
                UsdAmount.of(atStake),
                unknown,
                new TreeMap<>(Map.of(LocalDate.ofInstant(CREATED, ZoneOffset.UTC), count)),
                CREATED,
                IntStream.of(examples)
                        .mapToObj(number -> new FindingExample(CREATED, id(number)))
                        .toList());
    }
}
