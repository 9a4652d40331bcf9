package io.genledger.app.view.intake;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.view.intake.CollectView.Attention;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectNotesTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final CollectNotes notes = new CollectNotes();
    private final StopSignal stop = new StopSignal();

    @Test
    void namesTwentyIdsAndCountsTheRest() {
        for (int number = 1; number <= 25; number++) {
            notes.outcome(id(number), Outcome.FAILED, Optional.of("reset"));
        }
        CollectView view = view(summary(Map.of(Outcome.FAILED, 25L)));

        assertThat(view.attention())
                .hasSize(20)
                .last()
                .isEqualTo(new Attention(id(20), Outcome.FAILED, "reset"));
        assertThat(view.attentionLeftOff()).isEqualTo(5);
    }

    @Test
    void onlyTheLastOutcomeOfAnIdCounts() {
        notes.outcome(id(1), Outcome.FAILED, Optional.of("reset"));
        notes.outcome(id(2), Outcome.NOT_READY, Optional.of("404"));
        notes.outcome(id(1), Outcome.RECORDED, Optional.empty());
        notes.outcome(id(2), Outcome.GIVEN_UP, Optional.of("not found"));
        CollectView view = view(summary(Map.of(Outcome.RECORDED, 1L, Outcome.GIVEN_UP, 1L)));

        assertThat(view.attention())
                .containsExactly(new Attention(id(2), Outcome.GIVEN_UP, "not found"));
        assertThat(view.attentionLeftOff()).isZero();
    }

    /** They are counted: a person can do nothing about a single one. */
    @ParameterizedTest
    @EnumSource(names = {"NOT_READY", "UNAVAILABLE"})
    void idsThatWaitForOpenRouterAreNotNamed(Outcome outcome) {
        for (int number = 1; number <= 25; number++) {
            notes.outcome(id(number), outcome, Optional.of("OpenRouter answered"));
        }
        CollectView view = view(summary(Map.of(outcome, 25L)));

        assertThat(view.count(outcome)).isEqualTo(25);
        assertThat(view.attention()).isEmpty();
        assertThat(view.attentionLeftOff()).isZero();
    }

    @Test
    void namesTheLastTwentyDelaysAndCountsTheOthers() {
        for (int number = 1; number <= 23; number++) {
            notes.delayed(delay(number));
        }
        CollectView view = view(CollectSummary.NOTHING);

        assertThat(view.delays()).hasSize(20).first().isEqualTo(delay(4));
        assertThat(view.delaysLeftOff()).isEqualTo(3);
    }

    @Test
    void countsEveryOutcome() {
        CollectView view = view(summary(Map.of(Outcome.REPLACED, 43L)));

        assertThat(view.counts())
                .hasSameSizeAs(Outcome.values())
                .containsEntry(Outcome.REVISED, 0L);
        assertThat(view.count(Outcome.REPLACED)).isEqualTo(43);
    }

    @Test
    void saysWhyTheRunEnded() {
        SourceUnavailableException outage = new SourceUnavailableException("reset", null);

        assertThat(view(CollectSummary.NOTHING).end())
                .isEqualTo(new End(End.Code.COMPLETED, Optional.empty(), Optional.empty()));
        assertThat(view(ended(Optional.empty(), Optional.empty(), true)).end().code())
                .isEqualTo(End.Code.TIMED_OUT);
        assertThat(view(ended(Optional.empty(), Optional.of(outage), true)).end().code())
                .isEqualTo(End.Code.UNAVAILABLE);
        stop.request();
        assertThat(view(ended(Optional.empty(), Optional.of(outage), false)).end().code())
                .isEqualTo(End.Code.INTERRUPTED);
    }

    @Test
    void aTimeoutDuringAnOutageIsUnavailable() {
        Delay outage = new Delay(START, Optional.empty(), false, "Connection refused");
        CollectSummary timedOut = ended(Optional.empty(), Optional.empty(), true);
        notes.delayed(outage);

        assertThat(view(CollectSummary.NOTHING).end().code()).isEqualTo(End.Code.COMPLETED);
        assertThat(view(timedOut).end())
                .isEqualTo(
                        new End(
                                End.Code.UNAVAILABLE,
                                Optional.of("Connection refused"),
                                Optional.empty()));
        notes.resumed(outage);
        assertThat(view(timedOut).end().code()).isEqualTo(End.Code.TIMED_OUT);
        notes.delayed(delay(1));
        assertThat(view(timedOut).end().code()).isEqualTo(End.Code.TIMED_OUT);
    }

    @Test
    void aDrainedRunWasStoppedAndARefusedOneRefused() {
        SourceRefusedException refusal = new SourceRefusedException("no credit");
        stop.requestDrain();

        assertThat(view(CollectSummary.NOTHING).end().code()).isEqualTo(End.Code.STOPPED);
        assertThat(view(ended(Optional.of(refusal), Optional.empty(), false)).end())
                .isEqualTo(new End(End.Code.REFUSED, Optional.of("no credit"), Optional.empty()));
    }

    private CollectView view(CollectSummary summary) {
        return notes.view(summary, stop, Optional.empty());
    }

    private static Delay delay(int second) {
        Instant since = START.plusSeconds(second);
        return new Delay(since, Optional.of(since.plusSeconds(1)), true, "429");
    }

    private static CollectSummary summary(Map<Outcome, Long> counts) {
        return new CollectSummary(
                counts, SpendTotals.NONE, Optional.empty(), Optional.empty(), false);
    }

    private static CollectSummary ended(
            Optional<SourceRefusedException> refusal,
            Optional<SourceUnavailableException> outage,
            boolean timedOut) {
        return new CollectSummary(Map.of(), SpendTotals.NONE, refusal, outage, timedOut);
    }
}
