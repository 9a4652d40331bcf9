package io.genledger.app.export.column;

import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.export.ActivityRows;

/**
 * Readers of archived documents.
 *
 * @param documents decodes any of them
 * @param activity finds the rows of Activity CSVs among them
 */
public record RowDecoders(MetadataDecoder documents, ActivityRows activity) {}
