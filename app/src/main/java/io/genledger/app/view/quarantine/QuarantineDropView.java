package io.genledger.app.view.quarantine;

import java.util.List;

/**
 * The answer of {@code quarantine drop}.
 *
 * @param dropped number of documents that were dropped
 * @param notInQuarantine the named numbers that no quarantined document has
 */
public record QuarantineDropView(long dropped, List<Long> notInQuarantine) {}
