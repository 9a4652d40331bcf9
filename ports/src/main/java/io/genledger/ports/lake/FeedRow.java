package io.genledger.ports.lake;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/**
 * What identifies a row of a feed. Two ledgers of one history have equal rows at each sequence
 * number.
 *
 * @param sequence the row's number in its ledger; 1 or more
 * @param generation the generation of the entry
 * @param revision the number of the entry's revision; 1 or more
 * @param isCancelled whether the row repeats an entry with negated figures, because a correction
 *     cancels it
 * @param recordedAt when the entry, or the correction, was recorded; in microseconds
 */
public record FeedRow(
        long sequence,
        GenerationId generation,
        int revision,
        boolean isCancelled,
        Instant recordedAt) {}
