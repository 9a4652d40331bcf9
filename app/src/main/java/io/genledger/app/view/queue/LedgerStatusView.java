package io.genledger.app.view.queue;

import io.genledger.app.view.feed.BroadcastStatusView;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.report.StatusReader.Waiting;
import io.genledger.ports.usecase.inspect.ReadStatus.Status;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code status}.
 *
 * @param at the time at which the ledger was read
 * @param ledger the address of the ledger
 * @param schemaVersion the version of its tables
 * @param bytes the size of its tables with their indexes
 * @param timezone its time zone
 * @param lastFetch the time at which the newest fetched record was received; empty if none of the
 *     newest 100,000 entries was fetched
 * @param pending the ids without a record that will be fetched
 * @param queue all ids that will be fetched, with recorded generations that are refreshed
 * @param refreshes the number of recorded generations that will be fetched again
 * @param givenUp the ids that were not found until they were too old
 * @param refused the ids that OpenRouter rejected
 * @param quarantinedIds the number of ids with documents in quarantine
 * @param lastDay the generations that were created in the 24 hours before {@code at}
 * @param byokAllowances how much of this month's allowances is used, of the accounts with BYOK
 *     calls in it
 * @param broadcast the last delivery of Broadcast to a server of the ledger
 * @param server what runs in this server beside its requests; empty in another program, which
 *     cannot know it
 */
public record LedgerStatusView(
        Instant at,
        String ledger,
        int schemaVersion,
        long bytes,
        String timezone,
        Optional<Instant> lastFetch,
        Ids pending,
        StatusView queue,
        long refreshes,
        Ids givenUp,
        Ids refused,
        long quarantinedIds,
        Day lastDay,
        List<AllowanceView> byokAllowances,
        BroadcastStatusView broadcast,
        Optional<ServerView> server) {

    /**
     * Ids in one state.
     *
     * @param ids their number
     * @param oldest the time at which the oldest of them was tracked; empty if there are none
     */
    public record Ids(long ids, Optional<Instant> oldest) {

        static Ids of(Waiting waiting) {
            return new Ids(waiting.ids(), waiting.oldest());
        }

        static Ids in(QueueState state, List<QueueTotal> totals) {
            List<QueueTotal> some =
                    totals.stream().filter(total -> total.state() == state).toList();
            return new Ids(
                    some.stream().mapToLong(QueueTotal::ids).sum(),
                    some.stream().map(QueueTotal::firstSeen).min(Comparator.naturalOrder()));
        }
    }

    /**
     * The spend of a day.
     *
     * @param requests the number of recorded generations
     * @param spend their known spend in US dollars; empty if that of all is unknown
     * @param unknownSpend the number of those whose spend is unknown
     */
    public record Day(long requests, Optional<UsdAmount> spend, long unknownSpend) {

        /** The view of {@code totals}. */
        public static Day of(SpendTotals totals) {
            return new Day(totals.requests(), totals.knownSpend(), totals.unknownSpend());
        }
    }

    /**
     * The view of a ledger.
     *
     * @param ledger the address of the ledger
     * @param timezone its time zone
     * @param server what runs in this server; empty in another program
     */
    public static LedgerStatusView of(
            String ledger, ZoneId timezone, Status status, Optional<ServerView> server) {
        Listing queue = status.queue();
        Ids open = Ids.in(QueueState.PENDING, queue.totals());
        Ids claimed = Ids.in(QueueState.CLAIMED, queue.totals());
        Ids pending = Ids.of(status.waiting());
        return new LedgerStatusView(
                queue.at(),
                ledger,
                status.storage().schemaVersion(),
                status.storage().bytes(),
                timezone.getId(),
                status.lastFetch(),
                pending,
                StatusView.of(status.backlog()),
                // The queue may have changed between the two counts.
                Math.max(0, open.ids() + claimed.ids() - pending.ids()),
                Ids.in(QueueState.GIVEN_UP, queue.totals()),
                Ids.in(QueueState.REFUSED, queue.totals()),
                queue.quarantined(),
                Day.of(status.lastDay()),
                AllowanceView.of(status.accounts(), queue.at()),
                BroadcastStatusView.of(status.lastDelivery(), queue.at()),
                server);
    }
}
