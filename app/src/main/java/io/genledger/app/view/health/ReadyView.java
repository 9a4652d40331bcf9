package io.genledger.app.view.health;

import io.genledger.ports.report.StatusReader;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of {@code /health/ready}.
 *
 * @param status always {@code ready}
 * @param schemaVersion the version of the ledger's tables
 * @param pendingIds the tracked ids without a record that will be fetched; 0 or more
 * @param oldestPending the time at which the oldest of them was first tracked; empty without any
 * @param lastFetch the time at which the newest fetched record was received; empty if there is none
 */
public record ReadyView(
        String status,
        int schemaVersion,
        long pendingIds,
        Optional<Instant> oldestPending,
        Optional<Instant> lastFetch) {

    /** The view of a ledger that can be read. */
    public static ReadyView of(StatusReader ledger) {
        StatusReader.Waiting waiting = ledger.waiting();
        return new ReadyView(
                "ready",
                ledger.storage().schemaVersion(),
                waiting.ids(),
                waiting.oldest(),
                ledger.lastFetch());
    }
}
