package io.genledger.ports.usecase.inspect;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.FindingRule;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.sample.RandomGenerations;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.InMemoryLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditLedgerTest {

    private static final long SEED = 20261129;
    private static final Instant CHANGE = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2025-08-01T00:00:00Z");
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2025-09-01T00:00:00Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Map<MetadataDocument, Generation> readable = new HashMap<>();
    private final List<GenerationId> decoded = new ArrayList<>();

    @Test
    void groupsFindingsByCodeAndSumsTheirAmounts() {
        keep(costing(id(1), credits("-0.25")), id(1));
        keep(costing(id(2), credits("-0.5")), id(2));
        keep(costing(id(3), credits("1")), id(3));

        AuditReport report = audit(PlanHistory.STANDARD);

        assertThat(report.generations()).isEqualTo(3);
        assertThat(report.groups())
                .filteredOn(group -> group.code().equals("negative-usage"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.count()).isEqualTo(2);
                    assertThat(group.atStake()).isEqualTo(UsdAmount.of("0.75"));
                    assertThat(group.examples())
                            .extracting(FindingExample::id)
                            .containsExactly(id(1), id(2));
                });
    }

    @Test
    void appliesTheAccountsPlan() {
        keep(costing(id(1), byok("0.4", Optional.of("4"))), id(1));

        assertThat(codes(audit(PlanHistory.STANDARD))).contains("byok-fee-above-plan");
        assertThat(
                        codes(
                                audit(
                                        PlanHistory.always(
                                                new Plan(
                                                        FeeRate.of("10"),
                                                        Allowance.Requests.NONE)))))
                .doesNotContain("byok-fee-above-plan");
    }

    /** The second day exceeds the allowance of one account, and not that of the other. */
    @Test
    void judgesEachAccountByItsPlanAndItsCalls() {
        AccountName other = new AccountName("other");
        Instant second = Instant.parse("2026-09-02T10:00:00Z");
        Generation first = createdAt(costing(id(1), byok("0.5", Optional.of("10"))), SEPTEMBER);
        keep(first, id(1));
        keep(createdAt(costing(id(2), byok("0.5", Optional.of("10"))), second), id(2));
        keep(createdAt(costing(id(3), byok("0.5", Optional.of("10"))), second), id(3), other);
        AccountPlans plans =
                new AccountPlans(
                        PlanHistory.withAllowance(Allowance.parse("15USD")),
                        Map.of(other, PlanHistory.withAllowance(Allowance.parse("0USD"))));

        AuditReport report =
                auditor()
                        .audit(
                                TimeRange.ALWAYS,
                                new MeterAllowance(ledger).over(TimeRange.ALWAYS, plans));

        assertThat(report.groups())
                .filteredOn(group -> group.code().startsWith("byok-"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.code()).isEqualTo("byok-fee-within-allowance");
                    assertThat(group.atStake()).isEqualTo(UsdAmount.of("0.5"));
                    assertThat(group.examples())
                            .extracting(FindingExample::id)
                            .containsExactly(id(1));
                });
    }

    @Test
    void comparesARecordWithTheRequestedId() {
        keep(costing(id(1), credits("1")), id(2));

        assertThat(codes(audit(PlanHistory.STANDARD))).contains("record-for-another-id");
    }

    /** Kept findings, and posted amounts where a plan decides, give what every document gives. */
    @Test
    void reportsTheSameAsTheRulesAppliedToEveryDocument() {
        RandomGenerations random = new RandomGenerations(SEED);
        random.next(1_500).forEach(generation -> keep(generation, generation.id()));
        for (int i = 0; i < 12; i++) {
            Plan plan = random.plan();
            TreeMap<Instant, Plan> plans =
                    new TreeMap<>(Map.of(Instant.MIN, random.plan(), CHANGE, plan));
            PlanHistory history = new PlanHistory(plans);

            assertThat(audit(history))
                    .as("%s, seed %d", history, SEED)
                    .isEqualTo(
                            auditor()
                                    .audit(
                                            TimeRange.ALWAYS,
                                            counted(history),
                                            FindingRule.standard()));
        }
    }

    @Test
    void decodesOnlyWhereAPlanDecidesAndThePostedAmountsAreRounded() {
        keep(costing(id(1), credits("-1")), id(1));
        keep(costing(id(2), byok("0.06", Optional.of("1"))), id(2));
        keep(costing(id(3), byok("0.0600000000000001", Optional.of("1"))), id(3));

        assertThat(audit(PlanHistory.STANDARD).groups())
                .extracting(FindingGroup::code, FindingGroup::count)
                .contains(tuple("byok-fee-above-plan", 2L));
        assertThat(decoded).containsExactly(id(3));
    }

    @Test
    void countsWhatOlderRulesFound() {
        Generation generation = costing(id(1), credits("-1"));
        RecordedFindings older =
                new RecordedFindings(StandardFindings.RULES_VERSION - 1, Map.of(), Set.of());
        ledger.record(
                List.of(
                        new Recording(
                                new LedgerEntry(
                                        generation,
                                        Posting.of(generation),
                                        ContentDigest.of(generation),
                                        older),
                                document(id(1)))));

        AuditReport report = audit(PlanHistory.STANDARD);

        assertThat(report).isEqualTo(new AuditReport(1, 1, List.of()));
    }

    @Test
    void aDocumentThatAPlanNeedsAndThatCannotBeDecodedIsAFinding() {
        keep(costing(id(1), byok("0.0600000000000001", Optional.of("1"))), id(1));
        readable.clear();

        assertThat(codes(audit(PlanHistory.STANDARD)))
                .containsExactly("document-unreadable", "amount-finer-than-ledger");
    }

    @Test
    void appliesTheRulesOfTheCaller() {
        keep(costing(id(1), credits("1")), id(1));
        FindingRule dear =
                (generation, expectations) ->
                        Optional.of(
                                new Finding(
                                        "dear",
                                        Severity.INFO,
                                        "dear",
                                        Set.of(),
                                        generation.charges().usage()));

        assertThat(
                        auditor()
                                .audit(
                                        TimeRange.ALWAYS,
                                        AccountExpectations.STANDARD,
                                        List.of(dear))
                                .groups())
                .containsExactly(
                        new FindingGroup(
                                "dear",
                                Severity.INFO,
                                "dear",
                                1,
                                UsdAmount.of("1"),
                                0,
                                new TreeMap<>(
                                        Map.of(LocalDate.ofInstant(CREATED, ZoneOffset.UTC), 1L)),
                                CREATED,
                                List.of(new FindingExample(CREATED, id(1)))));
    }

    @Test
    void checksTheRangeOnly() {
        keep(createdAt(costing(id(1), credits("-1")), FIRST), id(1));
        keep(createdAt(costing(id(2), credits("-1")), LATER), id(2));
        TimeRange august = new TimeRange(Optional.of(FIRST), Optional.of(LATER));

        assertThat(auditor().audit(august, AccountExpectations.STANDARD).generations())
                .isEqualTo(1);
        assertThat(
                        auditor()
                                .audit(august, AccountExpectations.STANDARD, FindingRule.standard())
                                .generations())
                .isEqualTo(1);
    }

    @Test
    void anUndecodableDocumentIsAFinding() {
        keep(costing(id(1), credits("1")), id(1));
        readable.clear();

        assertThat(
                        auditor()
                                .audit(
                                        TimeRange.ALWAYS,
                                        AccountExpectations.STANDARD,
                                        FindingRule.standard())
                                .groups())
                .extracting(FindingGroup::code, FindingGroup::severity, FindingGroup::count)
                .containsExactly(tuple("document-unreadable", Severity.ERROR, 1L));
    }

    private AuditReport audit(PlanHistory plans) {
        return auditor().audit(TimeRange.ALWAYS, counted(plans));
    }

    private AccountExpectations counted(PlanHistory plans) {
        return new MeterAllowance(ledger).over(TimeRange.ALWAYS, AccountPlans.everywhere(plans));
    }

    private AuditLedger auditor() {
        MetadataDecoder decoder =
                document -> {
                    Generation generation =
                            Optional.ofNullable(readable.get(document))
                                    .orElseThrow(() ->
                                            new UndecodableDocumentException(
                                                    Optional.empty(), 1, "no", null));
                    decoded.add(generation.id());
                    return generation;
                };
        return new AuditLedger(ledger, ledger, decoder);
    }

    private void keep(Generation generation, GenerationId requested) {
        keep(generation, requested, AccountName.DEFAULT);
    }

    private void keep(Generation generation, GenerationId requested, AccountName account) {
        MetadataDocument kept =
                new MetadataDocument(
                        Optional.of(requested),
                        document(generation.id()).bytes(),
                        document(generation.id()).receivedAt());
        readable.put(kept, generation);
        ledger.record(
                List.of(
                        new Recording(
                                LedgerEntry.of(generation, Optional.of(requested)),
                                kept,
                                account)));
    }

    private static List<String> codes(AuditReport report) {
        return report.groups().stream().map(FindingGroup::code).toList();
    }
}
