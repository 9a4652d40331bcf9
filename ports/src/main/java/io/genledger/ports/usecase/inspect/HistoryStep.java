package io.genledger.ports.usecase.inspect;

import io.genledger.domain.ledger.Difference;
import io.genledger.ports.document.Removal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QueueEvent;
import java.time.Instant;
import java.util.List;

/** One step of a generation's history. */
public sealed interface HistoryStep {

    /** The time of the step. */
    Instant at();

    /**
     * The id was put into the queue.
     *
     * @param at the time of tracking
     */
    record Tracked(Instant at) implements HistoryStep {}

    /**
     * The id was fetched, and the last attempt brought no record.
     *
     * @param at the time of the last attempt; the time of tracking if it was not stored
     * @param attempts attempts until then; at least 1
     * @param outcome the outcome of the last attempt
     */
    record Attempted(Instant at, int attempts, AttemptOutcome outcome) implements HistoryStep {}

    /**
     * A document that could not be recorded was quarantined.
     *
     * @param at the last time the source returned it
     * @param document the quarantined document
     */
    record Quarantined(Instant at, QuarantinedDocument document) implements HistoryStep {}

    /**
     * The inline usage of its completion was recorded before its own record.
     *
     * @param at the time of receipt of the completion
     * @param revision number of the new revision
     */
    record RecordedInline(Instant at, int revision) implements HistoryStep {}

    /**
     * Its own record was recorded for the first time.
     *
     * @param at the time of receipt of the document
     * @param revision number of the new revision: 1, or higher after inline usage
     * @param attempts attempts, including the one that brought the record; 0 if it was imported
     */
    record Recorded(Instant at, int revision, int attempts) implements HistoryStep {}

    /**
     * A record that differs from the recorded one was recorded.
     *
     * @param at the time of receipt of the document
     * @param revision number of the new revision
     * @param differences the changed fields
     */
    record Revised(Instant at, int revision, List<Difference> differences) implements HistoryStep {}

    /**
     * A revision was recorded whose document was erased or pruned since.
     *
     * @param at the time of receipt of the document
     * @param revision number of the revision
     * @param removal why there is no document
     */
    record RecordedWithoutDocument(Instant at, int revision, Removal removal)
            implements HistoryStep {}

    /**
     * An event of the event log.
     *
     * @param at the time of the event
     * @param event the event
     */
    record Logged(Instant at, QueueEvent event) implements HistoryStep {}
}
