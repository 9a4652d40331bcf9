package io.genledger.app.view.intake;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.view.intake.CollectView.Attention;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.app.view.intake.CollectView.Pause;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectNotesTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final CollectNotes notes = new CollectNotes();
    private final StopSignal stop = new StopSignal();

    @Test
    void namesTwentyIdsAndCountsTheRest() {
        for (int number = 1; number <= 25; number++) {
            notes.outcome(id(number), Outcome.FAILED, "reset");
        }
        CollectView view = view(summary(0, 25));

        assertThat(view.attention())
                .hasSize(20)
                .last()
                .isEqualTo(new Attention(id(20), Outcome.FAILED, "reset"));
        assertThat(view.attentionLeftOff()).isEqualTo(5);
    }

    @Test
    void onlyTheLastOutcomeOfAnIdCounts() {
        notes.outcome(id(1), Outcome.NOT_READY, "404");
        notes.outcome(id(2), Outcome.NOT_READY, "404");
        notes.outcome(id(1), Outcome.RECORDED, "");
        notes.outcome(id(2), Outcome.GIVEN_UP, "not found");

        assertThat(view(summary(1, 1)).attention())
                .containsExactly(new Attention(id(2), Outcome.GIVEN_UP, "not found"));
        assertThat(view(summary(1, 1)).attentionLeftOff()).isZero();
    }

    @Test
    void namesTheLastTwentyPausesAndCountsTheOthers() {
        for (int number = 1; number <= 23; number++) {
            notes.backoff(START.plusSeconds(number), "429");
        }
        CollectView view = view(summary(0, 0));

        assertThat(view.backoffs())
                .hasSize(20)
                .first()
                .isEqualTo(new Pause(START.plusSeconds(4), "429"));
        assertThat(view.backoffsLeftOff()).isEqualTo(3);
    }

    @Test
    void saysWhyTheRunEnded() {
        SourceUnavailableException outage = new SourceUnavailableException("reset", null);

        assertThat(view(summary(1, 0)).end())
                .isEqualTo(new End(End.Code.COMPLETED, Optional.empty(), Optional.empty()));
        assertThat(view(ended(Optional.empty(), Optional.of(outage))).end().code())
                .isEqualTo(End.Code.UNAVAILABLE);
        stop.request();
        assertThat(view(ended(Optional.empty(), Optional.of(outage))).end().code())
                .isEqualTo(End.Code.INTERRUPTED);
    }

    @Test
    void aDrainedRunWasStoppedAndARefusedOneRefused() {
        SourceRefusedException refusal = new SourceRefusedException("no credit");
        stop.requestDrain();

        assertThat(view(summary(1, 0)).end().code()).isEqualTo(End.Code.STOPPED);
        assertThat(view(ended(Optional.of(refusal), Optional.empty())).end())
                .isEqualTo(new End(End.Code.REFUSED, Optional.of("no credit"), Optional.empty()));
    }

    private CollectView view(CollectSummary summary) {
        return notes.view(summary, stop, Optional.empty());
    }

    private static CollectSummary summary(long recorded, long failed) {
        return new CollectSummary(recorded, 0, 0, 0, 0, failed, Optional.empty(), Optional.empty());
    }

    private static CollectSummary ended(
            Optional<SourceRefusedException> refusal, Optional<SourceUnavailableException> outage) {
        return new CollectSummary(0, 0, 0, 0, 0, 0, refusal, outage);
    }
}
