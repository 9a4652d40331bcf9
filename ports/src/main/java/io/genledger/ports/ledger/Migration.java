package io.genledger.ports.ledger;

import io.genledger.ports.document.MetadataDecoder;

/**
 * What the migration of a ledger of an earlier schema version needs.
 *
 * @param decoder decodes the archived documents again
 * @param listener receives the progress
 * @param batch generations that one transaction copies at most; 1 or more
 */
public record Migration(MetadataDecoder decoder, MigrationListener listener, int batch) {

    /** Enough that the sums of a quarter of an hour are seldom written twice. */
    private static final int BATCH = 4_000;

    /** A migration with batches of 4,000 generations. */
    public Migration(MetadataDecoder decoder, MigrationListener listener) {
        this(decoder, listener, BATCH);
    }
}
