package io.genledger.app.web.health;

import static java.time.temporal.ChronoUnit.HOURS;

import io.genledger.app.web.LedgerAccess;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.StatusReader;
import io.genledger.ports.source.BroadcastDeliveries;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the ledger says at the moment of a scrape: the queue, and the spend of the last day. */
@Singleton
final class LedgerMetrics {

    private static final int MOST_VALUES = 50;
    private static final Duration DAY = Duration.ofHours(24);

    private final PendingGenerations queue;
    private final StatusReader status;
    private final BroadcastDeliveries deliveries;
    private final SpendReader spend;
    private final InstantSource clock;

    LedgerMetrics(LedgerAccess ledger) {
        this.queue = ledger.application().pending();
        this.status = ledger.application().status();
        this.deliveries = ledger.application().broadcastDeliveries();
        this.spend = ledger.application().spend();
        this.clock = ledger.clock();
    }

    String text() {
        Instant now = clock.instant();
        MetricText text = new MetricText();
        addQueue(text, now);
        addSpend(text, Dimension.MODEL, now);
        addSpend(text, Dimension.PROVIDER, now);
        return text.toString();
    }

    private void addQueue(MetricText text, Instant now) {
        Backlog backlog = queue.backlog(now);
        String ids = "genledger_queue_ids";
        text.gauge(ids, "Ids in the queue by state")
                .value(ids, "state", "due", backlog.due())
                .value(ids, "state", "later", backlog.later())
                .value(ids, "state", "claimed", backlog.claimed())
                .value(ids, "state", "given-up", backlog.givenUp())
                .value(ids, "state", "refused", backlog.refused());
        text.single(
                "genledger_queue_oldest_age_seconds",
                "Age of the oldest id that will be fetched; 0 without any",
                status.waiting().oldest().map(at -> seconds(at, now)).orElse(0L));
        status.lastFetch()
                .ifPresent(at ->
                        text.single(
                                "genledger_last_fetch_age_seconds",
                                "Time since a fetched record was last received",
                                seconds(at, now)));
        deliveries
                .last()
                .ifPresent(at ->
                        text.single(
                                "genledger_broadcast_last_delivery_age_seconds",
                                "Time since Broadcast last delivered generations",
                                seconds(at, now)));
    }

    /** The values of the greatest spend, and the sum of all others. */
    private void addSpend(MetricText text, Dimension dimension, Instant now) {
        List<SpendRow> rows = new ArrayList<>();
        // From a full hour on, of which the ledger keeps the sums.
        TimeRange day =
                new TimeRange(Optional.of(now.minus(DAY).truncatedTo(HOURS)), Optional.empty());
        spend.read(new SpendQuery(List.of(dimension), day, ZoneOffset.UTC), rows::add);
        rows.sort(Comparator.comparing((SpendRow row) -> row.totals().spend()).reversed());
        List<SpendRow> first = rows.subList(0, Math.min(MOST_VALUES, rows.size()));
        SpendTotals others =
                rows.stream()
                        .skip(MOST_VALUES)
                        .map(SpendRow::totals)
                        .reduce(SpendTotals.NONE, SpendTotals::plus);
        String label = dimension.name().toLowerCase(Locale.ROOT);
        String usd = "genledger_%s_spend_24h_usd".formatted(label);
        text.gauge(
                usd,
                "Known spend of the last 24 hours in US dollars, the %ss of most spend, and other"
                        .formatted(label));
        first.forEach(row -> text.value(usd, label, value(row), row.totals().spend()));
        text.value(usd, label, "other", others.spend());
        String requests = "genledger_%s_requests_24h".formatted(label);
        text.gauge(
                requests,
                "Recorded generations of the last 24 hours, of the same %ss".formatted(label));
        first.forEach(row -> text.value(requests, label, value(row), row.totals().requests()));
        text.value(requests, label, "other", others.requests());
    }

    private static String value(SpendRow row) {
        return row.group().get(0).orElse("unknown");
    }

    private static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
