package io.genledger.ports.usecase.inspect;

import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.StatusReader;
import io.genledger.ports.report.StatusReader.Storage;
import io.genledger.ports.report.StatusReader.Waiting;
import io.genledger.ports.source.BroadcastDeliveries;
import io.genledger.ports.usecase.queue.ListPending;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the condition of a ledger. */
public final class ReadStatus {

    private static final Duration DAY = Duration.ofHours(24);

    private final StatusReader status;
    private final PendingGenerations pending;
    private final ListPending queue;
    private final BroadcastDeliveries deliveries;
    private final SpendReader spend;
    private final MeterAllowance meter;

    /** Reads from these. */
    public ReadStatus(
            StatusReader status,
            PendingGenerations pending,
            ListPending queue,
            BroadcastDeliveries deliveries,
            SpendReader spend,
            MeterAllowance meter) {
        this.status = status;
        this.pending = pending;
        this.queue = queue;
        this.deliveries = deliveries;
        this.spend = spend;
        this.meter = meter;
    }

    /**
     * The condition of the ledger at {@code now}.
     *
     * @param plans the BYOK plans of its accounts
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Status read(Instant now, AccountPlans plans) {
        return new Status(
                status.waiting(),
                status.lastFetch(),
                status.storage(),
                pending.backlog(now),
                queue.list(QueueQuery.OPEN, 0),
                deliveries.last(),
                totals(new TimeRange(Optional.of(now.minus(DAY)), Optional.of(now))),
                meter.monthOf(now, plans, Optional.empty()));
    }

    /**
     * The sums of the generations that were created in {@code range}.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public SpendTotals totals(TimeRange range) {
        List<SpendTotals> rows = new ArrayList<>();
        spend.read(new SpendQuery(List.of(), range, ZoneOffset.UTC), row -> rows.add(row.totals()));
        return rows.stream().reduce(SpendTotals.NONE, SpendTotals::plus);
    }

    /**
     * The condition of a ledger.
     *
     * @param waiting the ids without a record that will be fetched
     * @param lastFetch the time at which the newest fetched record was received; empty if none of
     *     the newest 100,000 entries was fetched
     * @param storage its tables
     * @param backlog the numbers of ids by state
     * @param queue the numbers of open ids of all states, and of those with documents in quarantine
     * @param lastDelivery the time of the last delivery of Broadcast to a server of the ledger;
     *     empty if there was none
     * @param lastDay the sums of the last 24 hours
     * @param accounts the plans of the accounts, and the BYOK calls of this month
     */
    public record Status(
            Waiting waiting,
            Optional<Instant> lastFetch,
            Storage storage,
            Backlog backlog,
            Listing queue,
            Optional<Instant> lastDelivery,
            SpendTotals lastDay,
            AccountExpectations accounts) {}
}
