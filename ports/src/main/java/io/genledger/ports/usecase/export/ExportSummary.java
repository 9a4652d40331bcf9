package io.genledger.ports.usecase.export;

import java.time.Instant;
import java.util.Optional;

/**
 * What an export wrote.
 *
 * @param rows number of generations that were written; negative if a span takes back more of them
 *     than it adds
 * @param leftOut number of generations that the format cannot hold
 * @param prunedBefore the moment before which the entries of generations were pruned, so that these
 *     are missing; empty if none are
 * @param finished false if it was stopped; what was written is incomplete then
 */
public record ExportSummary(
        long rows, long leftOut, Optional<Instant> prunedBefore, boolean finished) {}
