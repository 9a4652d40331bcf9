package io.genledger.app.view.health;

import io.genledger.app.view.feed.BroadcastStatusView;
import io.genledger.app.view.health.CheckView.State;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.report.StatusReader;
import io.genledger.ports.report.StatusReader.Waiting;
import io.genledger.ports.source.BroadcastDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code /health/ready}.
 *
 * @param status whether requests can be answered
 * @param checks the checks, each with its reason
 * @param schemaVersion the version of the ledger's tables; empty if the ledger cannot be read
 * @param pendingIds the tracked ids without a record that will be fetched; empty if the ledger
 *     cannot be read
 * @param oldestPending the time at which the oldest of them was first tracked; empty without any
 * @param lastFetch the time at which the newest fetched record was received; empty if there is none
 */
public record ReadyView(
        Status status,
        List<CheckView> checks,
        Optional<Integer> schemaVersion,
        Optional<Long> pendingIds,
        Optional<Instant> oldestPending,
        Optional<Instant> lastFetch) {

    /** Four times as long as an id without a record is fetched again. */
    private static final Duration LONGEST_PENDING = Duration.ofHours(1);

    /** Whether requests can be answered. */
    public enum Status {
        /** They can. */
        READY,
        /** They cannot: a check failed. */
        UNREADY
    }

    /** Copies the checks. */
    public ReadyView {
        checks = List.copyOf(checks);
    }

    /**
     * Checks a server.
     *
     * @param schemaVersion the version of the tables that this program needs
     * @param server what runs in it beside its requests
     */
    public static ReadyView of(
            StatusReader ledger,
            int schemaVersion,
            BroadcastDeliveries deliveries,
            ServerView server,
            Instant now) {
        List<CheckView> checks = new ArrayList<>();
        try {
            int found = ledger.storage().schemaVersion();
            Waiting waiting = ledger.waiting();
            Optional<Instant> lastFetch = ledger.lastFetch();
            checks.add(CheckView.ok("ledger"));
            checks.add(schema(found, schemaVersion));
            checks.add(CheckView.warning("queue", queue(waiting, now)));
            checks.add(broadcast(BroadcastStatusView.of(deliveries.last(), now)));
            checks.addAll(ServerChecks.of(server));
            return new ReadyView(
                    status(checks),
                    checks,
                    Optional.of(found),
                    Optional.of(waiting.ids()),
                    waiting.oldest(),
                    lastFetch);
        } catch (LedgerUnavailableException unavailable) {
            checks.clear();
            checks.add(CheckView.failed("ledger", String.valueOf(unavailable.getMessage())));
            checks.addAll(ServerChecks.of(server));
            return new ReadyView(
                    Status.UNREADY,
                    checks,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Status status(List<CheckView> checks) {
        return checks.stream().anyMatch(check -> check.state() == State.FAILED)
                ? Status.UNREADY
                : Status.READY;
    }

    private static CheckView schema(int found, int needed) {
        return found == needed
                ? CheckView.ok("schema")
                : CheckView.failed(
                        "schema",
                        "another Genledger has migrated the ledger from version %d to version %d;"
                                        .formatted(needed, found)
                                + " start this server again in that version of Genledger");
    }

    private static Optional<String> queue(Waiting waiting, Instant now) {
        return waiting.oldest()
                .filter(oldest -> oldest.isBefore(now.minus(LONGEST_PENDING)))
                .map(oldest ->
                        "the oldest pending id was tracked %d min ago"
                                .formatted(Duration.between(oldest, now).toMinutes()));
    }

    private static CheckView broadcast(BroadcastStatusView broadcast) {
        return broadcast.lastDelivery().isEmpty()
                ? CheckView.unused("broadcast", broadcast.note().orElse("no delivery was received"))
                : CheckView.warning("broadcast", broadcast.note());
    }
}
