package io.genledger.ports.quarantine;

/**
 * The size of the quarantine.
 *
 * @param documents number of documents, fetched and imported ones; 0 or more
 * @param ids number of ids for which documents were fetched; 0 or more
 */
public record QuarantineTotal(long documents, long ids) {}
