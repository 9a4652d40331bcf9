package io.genledger.adapter.sql.migration;

import io.genledger.ports.document.MetadataDecoder;

/**
 * What the migration of a ledger of an earlier schema version needs.
 *
 * @param decoder decodes the archived documents again
 * @param listener receives the progress
 */
public record Migration(MetadataDecoder decoder, MigrationListener listener) {}
