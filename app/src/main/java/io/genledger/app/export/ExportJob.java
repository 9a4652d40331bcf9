package io.genledger.app.export;

import io.genledger.ports.export.ExportQuery;

/**
 * What an export writes.
 *
 * @param selection what it selects from which ledger, in words, as the user wrote it
 * @param query selects the generations; its span is that of a whole export
 * @param options what its format leaves to the caller
 */
public record ExportJob(
        String selection, ExportFormat format, ExportQuery query, FormatOptions options) {

    /**
     * In words, by which exports that continue each other must agree. Periods such as {@code 24h}
     * are the same one every night, though their bounds differ.
     */
    String subject() {
        return "%s of %s".formatted(format.subject(options), selection);
    }
}
