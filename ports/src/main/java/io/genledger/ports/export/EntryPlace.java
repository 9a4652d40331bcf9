package io.genledger.ports.export;

import java.time.Instant;

/**
 * Where an entry stands in its ledger.
 *
 * @param number its number, from 1; entries recorded later have higher numbers
 * @param revision the number of the generation's revision, from 1
 * @param isCancellation whether it takes back the entry of that revision, which a later one
 *     replaced
 * @param recordedAt the time of recording, in microseconds
 */
public record EntryPlace(long number, int revision, boolean isCancellation, Instant recordedAt) {}
