package io.genledger.ports.quarantine;

import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;

/**
 * The description of a document that could not be recorded.
 *
 * @param number its number in the ledger, 1 or more; never given to another document
 * @param origin where it came from last
 * @param outcome what is wrong with it
 * @param firstReceived time of the first receipt, to the microsecond; of a document that an older
 *     version of Genledger stored, the last receipt that it stored
 * @param lastReceived time of the last receipt
 * @param times number of times the same bytes came from there, 1 or more
 * @param bytes size in bytes, 0 or more
 */
public record QuarantinedDocument(
        long number,
        QuarantineOrigin origin,
        AttemptOutcome outcome,
        Instant firstReceived,
        Instant lastReceived,
        long times,
        int bytes) {}
