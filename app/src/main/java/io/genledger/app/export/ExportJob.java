package io.genledger.app.export;

import io.genledger.ports.export.ExportQuery;

/**
 * What an export writes.
 *
 * @param ledger the address of the ledger, without a password
 * @param query selects the generations; its span is that of a whole export
 * @param options what its format leaves to the caller
 */
public record ExportJob(
        String ledger, ExportFormat format, ExportQuery query, FormatOptions options) {

    /** In words, by which exports that continue each other must agree. */
    String subject() {
        return "%s of %s, %s, filters %s"
                .formatted(format.subject(options), ledger, query.range(), query.filters());
    }
}
