package io.genledger.app.view.quarantine;

/**
 * The answer of {@code quarantine export}.
 *
 * @param exported number of documents in the file
 * @param file the file, as the user named it
 */
public record QuarantineExportView(long exported, String file) {}
