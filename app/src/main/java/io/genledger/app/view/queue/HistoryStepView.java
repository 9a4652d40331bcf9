package io.genledger.app.view.queue;

import io.genledger.domain.ledger.Difference;
import io.genledger.ports.document.Removal;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.usecase.inspect.HistoryStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step in the history of a generation.
 *
 * @param at its time
 * @param kind its kind
 * @param attempts number of requests until then; empty for kinds that have none
 * @param revision number of the revision; empty unless one was recorded
 * @param outcome outcome of the last attempt; empty for kinds that have none
 * @param quarantined the document that was quarantined; empty unless one was
 * @param changes the fields that the revision changed; empty unless the record was revised
 */
public record HistoryStepView(
        Instant at,
        Kind kind,
        Optional<Integer> attempts,
        Optional<Integer> revision,
        Optional<AttemptOutcome> outcome,
        Optional<Quarantined> quarantined,
        List<Difference> changes) {

    /** The kind of a step. */
    public enum Kind {
        /** It entered the queue. */
        TRACKED,
        /** It was requested, and no record came. */
        REQUESTED,
        /** A document came that could not be recorded, and was quarantined. */
        QUARANTINED,
        /** The inline usage of its completion was recorded. */
        RECORDED_INLINE,
        /** Its record was recorded. */
        RECORDED,
        /** A changed record was recorded as a new revision. */
        REVISED,
        /** A revision was recorded whose document was erased since. */
        DOCUMENT_ERASED,
        /** A revision was recorded whose document was pruned since. */
        DOCUMENT_PRUNED,
        /** Its record was not found for too long. */
        GIVEN_UP,
        /** OpenRouter rejected the request. */
        REFUSED,
        /** It became due again by {@code retry}. */
        REQUEUED,
        /** It became due for a refresh. */
        REFRESH_DUE,
        /** Its refresh ended. */
        REFRESHED,
        /** It left the queue by {@code forget}. */
        FORGOTTEN;

        static Kind of(Removal removal) {
            return switch (removal) {
                case ERASED -> DOCUMENT_ERASED;
                case PRUNED -> DOCUMENT_PRUNED;
            };
        }

        static Kind of(QueueEvent.Kind event) {
            return switch (event) {
                case TRACKED -> TRACKED;
                case GIVEN_UP -> GIVEN_UP;
                case REFUSED -> REFUSED;
                case REQUEUED -> REQUEUED;
                case REFRESH_DUE -> REFRESH_DUE;
                case REFRESHED -> REFRESHED;
                case FORGOTTEN -> FORGOTTEN;
            };
        }
    }

    /**
     * A quarantined document.
     *
     * @param number its number, by which {@code quarantine show} prints it
     * @param bytes its size in bytes
     * @param times number of times it was received, 1 or more
     */
    public record Quarantined(long number, int bytes, long times) {}

    static HistoryStepView of(HistoryStep step) {
        return switch (step) {
            case HistoryStep.Tracked tracked -> of(step, Kind.TRACKED);
            case HistoryStep.Attempted attempted ->
                    of(step, Kind.REQUESTED)
                            .after(attempted.attempts())
                            .with(Optional.of(attempted.outcome()));
            case HistoryStep.Quarantined odd ->
                    of(step, Kind.QUARANTINED)
                            .with(Optional.of(odd.document().outcome()))
                            .with(
                                    new Quarantined(
                                            odd.document().number(),
                                            odd.document().bytes(),
                                            odd.document().times()));
            case HistoryStep.RecordedInline inline ->
                    of(step, Kind.RECORDED_INLINE).as(inline.revision(), List.of());
            case HistoryStep.Recorded first ->
                    of(step, Kind.RECORDED).as(first.revision(), List.of()).after(first.attempts());
            case HistoryStep.Revised revised ->
                    of(step, Kind.REVISED).as(revised.revision(), revised.differences());
            case HistoryStep.RecordedWithoutDocument kept ->
                    of(step, Kind.of(kept.removal())).as(kept.revision(), List.of());
            case HistoryStep.Logged logged ->
                    of(step, Kind.of(logged.event().kind()))
                            .after(logged.event().attempts())
                            .with(logged.event().outcome());
        };
    }

    private static HistoryStepView of(HistoryStep step, Kind kind) {
        return new HistoryStepView(
                step.at(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private HistoryStepView after(int requests) {
        return new HistoryStepView(
                at, kind, Optional.of(requests), revision, outcome, quarantined, changes);
    }

    private HistoryStepView as(int number, List<Difference> changed) {
        return new HistoryStepView(
                at, kind, attempts, Optional.of(number), outcome, quarantined, changed);
    }

    private HistoryStepView with(Optional<AttemptOutcome> other) {
        return new HistoryStepView(at, kind, attempts, revision, other, quarantined, changes);
    }

    private HistoryStepView with(Quarantined document) {
        return new HistoryStepView(
                at, kind, attempts, revision, outcome, Optional.of(document), changes);
    }
}
