package io.genledger.ports.usecase.inspect;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.money.FeeRate;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.SampleDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowGenerationTest {

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void showsTheRecordWithItsDocumentAndAssessment() {
        ledger.record(List.of(recording(complete(id(1)))));

        assertThat(show(new SampleDecoder(), PlanHistory.STANDARD).show(id(1)))
                .contains(
                        new ShowGeneration.Shown(
                                new Revision(id(1), 1, document(id(1))),
                                complete(id(1)),
                                Assessment.of(complete(id(1))),
                                DerivedFigures.of(
                                        complete(id(1)), Assessment.of(complete(id(1))).spend())));
    }

    @Test
    void appliesTheAccountsPlan() {
        Generation dear = costing(id(1), byok("0.4", Optional.of("4")));
        ledger.record(List.of(recording(dear)));
        Plan tenPercent = new Plan(FeeRate.of("10"), Allowance.Requests.NONE);

        assertThat(codes(dear, PlanHistory.STANDARD)).contains("byok-fee-above-plan");
        assertThat(codes(dear, PlanHistory.always(tenPercent)))
                .doesNotContain("byok-fee-above-plan");
    }

    /** As an audit does. */
    @Test
    void knowsWhetherTheAllowanceLasts() {
        Generation fee =
                createdAt(
                        costing(id(1), byok("0.2", Optional.of("4"))),
                        Instant.parse("2026-09-01T10:00:00Z"));
        ledger.record(List.of(recording(fee)));

        assertThat(codes(fee, PlanHistory.withAllowance(Allowance.parse("4USD"))))
                .contains("byok-fee-within-allowance");
        assertThat(codes(fee, PlanHistory.withAllowance(Allowance.parse("3.99USD"))))
                .doesNotContain("byok-fee-within-allowance");
    }

    private ShowGeneration show(MetadataDecoder decoder, PlanHistory plans) {
        return new ShowGeneration(
                ledger, decoder, new MeterAllowance(ledger), AccountPlans.everywhere(plans));
    }

    private List<String> codes(Generation generation, PlanHistory plans) {
        return show(document -> generation, plans)
                .show(generation.id())
                .orElseThrow()
                .assessment()
                .findings()
                .stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void showsNothingOfAnUnrecordedId() {
        assertThat(show(new SampleDecoder(), PlanHistory.STANDARD).show(id(1))).isEmpty();
    }

    @Test
    void throwsWhenTheArchivedDocumentCannotBeDecoded() {
        ledger.record(List.of(recording(complete(id(1)))));
        MetadataDecoder stricter =
                document -> {
                    throw new UndecodableDocumentException(Optional.empty(), 1, "no", null);
                };

        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> show(stricter, PlanHistory.STANDARD).show(id(1)));
    }
}
