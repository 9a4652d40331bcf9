package io.genledger.ports.usecase.maintain;

/**
 * Counts of one run of redecoding, in entries.
 *
 * @param read decoded again
 * @param revised became new revisions, because their figures or findings changed
 * @param undecodable cannot be decoded any more, and stayed as they were
 * @param finished false if the run was interrupted
 */
public record RedecodeSummary(long read, long revised, long undecodable, boolean finished) {}
