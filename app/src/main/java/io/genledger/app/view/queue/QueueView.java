package io.genledger.app.view.queue;

import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code pending}: the selected part of the queue.
 *
 * @param at time at which the queue was read
 * @param state the selected state; empty for all that are not recorded
 * @param reason the selected reason; empty for all
 * @param ids number of selected ids
 * @param totals the selected ids by state and reason
 * @param entries the first of the selected ids, up to the limit
 * @param quarantinedIds number of ids, selected or not, with documents in quarantine
 */
public record QueueView(
        Instant at,
        Optional<QueueState> state,
        Optional<Reason> reason,
        long ids,
        List<QueueTotal> totals,
        List<QueueEntryView> entries,
        long quarantinedIds) {

    /** The view of {@code listing}, the answer to {@code query}. */
    public static QueueView of(QueueQuery query, Listing listing) {
        return new QueueView(
                listing.at(),
                query.state(),
                query.reason(),
                listing.ids(),
                listing.totals(),
                listing.entries().stream().map(QueueEntryView::of).toList(),
                listing.quarantined());
    }
}
