package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.admin.EntryPruning;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.usecase.inspect.ReadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of {@code show} and {@code why} for an id whose record is not in the ledger.
 *
 * @param at time of the answer
 * @param id the generation
 * @param code why there is no record
 * @param entry its entry in the queue; empty if it is not tracked
 * @param mostReadyWithinMs {@link #MOST_READY_WITHIN}
 */
public record NoRecordView(
        Instant at,
        GenerationId id,
        Code code,
        Optional<QueueEntryView> entry,
        Duration mostReadyWithinMs) {

    /**
     * The time after a completion within which OpenRouter has had the record in most observed cases
     * (OPENROUTER.md §1.4: 404 until 12.7 s, 200 at 17.8 s).
     */
    public static final Duration MOST_READY_WITHIN = Duration.ofSeconds(18);

    /** Why there is no record. */
    public enum Code {
        /** It was never tracked, or was forgotten. */
        NOT_TRACKED,
        /** It was tracked or requeued, and not requested since. */
        NOT_REQUESTED,
        /** A run has claimed it and requests it now. */
        CLAIMED,
        /** OpenRouter has no record of it yet. */
        NOT_READY,
        /** The last request failed, or its document could not be used. */
        FAILED,
        /** OpenRouter had no record of it for too long. */
        GIVEN_UP,
        /** OpenRouter rejected the request. */
        REFUSED,
        /** It was recorded, and its entry was pruned. */
        PRUNED,
        /** Another command recorded it while this one looked for its record. */
        RECORDED
    }

    /**
     * The answer for {@code id} at {@code now}.
     *
     * @param entry its queue entry; empty if it is not in the queue
     */
    public static NoRecordView of(GenerationId id, Optional<QueueEntry> entry, Instant now) {
        return new NoRecordView(
                now,
                id,
                entry.map(NoRecordView::code).orElse(Code.NOT_TRACKED),
                entry.map(QueueEntryView::of),
                MOST_READY_WITHIN);
    }

    /**
     * The answer for {@code id} at {@code now}.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public static NoRecordView read(
            GenerationId id, ReadHistory history, EntryPruning pruning, Instant now) {
        Optional<QueueEntry> entry = history.read(id).entry();
        return pruning.isPruned(id) ? pruned(id, entry, now) : of(id, entry, now);
    }

    /** The answer for a generation whose entries were pruned. */
    private static NoRecordView pruned(GenerationId id, Optional<QueueEntry> entry, Instant now) {
        return new NoRecordView(
                now, id, Code.PRUNED, entry.map(QueueEntryView::of), MOST_READY_WITHIN);
    }

    private static Code code(QueueEntry entry) {
        return switch (entry.state()) {
            // An id that was requeued keeps the outcome of its earlier attempts.
            case PENDING ->
                    entry.lastOutcome()
                            .filter(last -> entry.attempts() > 0)
                            .map(NoRecordView::code)
                            .orElse(Code.NOT_REQUESTED);
            case CLAIMED -> Code.CLAIMED;
            case GIVEN_UP -> Code.GIVEN_UP;
            case REFUSED -> Code.REFUSED;
            case RECORDED -> Code.RECORDED;
        };
    }

    /** An outcome of an older version has no reason; its message says what failed. */
    private static Code code(AttemptOutcome last) {
        return last.reason().filter(Reason.NOT_READY::equals).isPresent()
                ? Code.NOT_READY
                : Code.FAILED;
    }
}
