package io.genledger.ports.usecase.inspect;

import io.genledger.domain.ledger.Difference;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import io.genledger.ports.queue.admin.QueueEvent;
import java.time.Instant;
import java.util.List;

/** One thing that happened to a generation. */
public sealed interface HistoryStep {

    /** When. */
    Instant at();

    /**
     * It was put into the queue.
     *
     * @param at when
     */
    record Tracked(Instant at) implements HistoryStep {}

    /**
     * It was asked for, the last time without a record.
     *
     * @param at when the last time was, or when it was tracked if nobody noted that
     * @param attempts how often it was asked for until now
     * @param answer what the last time brought
     */
    record Asked(Instant at, int attempts, AttemptOutcome answer) implements HistoryStep {}

    /**
     * An answer that could not be recorded was kept aside.
     *
     * @param at when it came last
     * @param aside what is kept
     */
    record KeptAside(Instant at, QuarantinedDocument aside) implements HistoryStep {}

    /**
     * The inline figures of its completion were recorded before its own record.
     *
     * @param at when the completion was received
     * @param revision which revision they became
     */
    record RecordedInline(Instant at, int revision) implements HistoryStep {}

    /**
     * Its own record was recorded for the first time.
     *
     * @param at when the document was received
     * @param revision which revision it became: 1, unless inline figures stood before
     * @param attempts how often it was asked for, this time included; zero if nobody asked
     */
    record Recorded(Instant at, int revision, int attempts) implements HistoryStep {}

    /**
     * A record that says something else was recorded.
     *
     * @param at when the document was received
     * @param revision which revision it became
     * @param differences what it says otherwise than the revision before
     */
    record Revised(Instant at, int revision, List<Difference> differences) implements HistoryStep {}

    /**
     * Something that the log remembers.
     *
     * @param at when
     * @param entry what
     */
    record Logged(Instant at, QueueEvent entry) implements HistoryStep {}
}
