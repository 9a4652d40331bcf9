package io.genledger.app.kill.serve;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.usecase.report.ReportSpend;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a ledger with what was answered to the clients and with the simulator. */
final class ServedBooks {

    private static final int NAMED = 5;

    private final Traffic traffic;
    private long missing;
    private long twice;
    private long expected;
    private BigDecimal expectedSpend = BigDecimal.ZERO;

    ServedBooks(Traffic traffic) {
        this.traffic = traffic;
    }

    /**
     * Looks whether each id is in the queue or recorded.
     *
     * @throws IllegalStateException if one is not
     */
    static void requireKept(LedgerDatabase database, Collection<String> ids) {
        Set<String> queued =
                database.queue().list(QueueQuery.OPEN, Integer.MAX_VALUE, Instant.now()).stream()
                        .map(entry -> entry.id().value())
                        .collect(Collectors.toSet());
        List<String> lost =
                ids.stream()
                        .filter(id -> !queued.contains(id))
                        .filter(id -> database.ledger().find(new GenerationId(id)).isEmpty())
                        .toList();
        if (!lost.isEmpty()) {
            throw new IllegalStateException("acknowledged and lost: " + lost);
        }
    }

    /** What is left when all servers have ended. */
    ServeResult result(
            LedgerDatabase database, int kills, OpenRouterSimulator simulator, Duration ended) {
        for (long number = 0; number < traffic.drawn(); number++) {
            look(database, traffic.all().at(number));
        }
        SpendTotals totals =
                new ReportSpend(database.spend())
                        .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                        .totals();
        Backlog backlog = database.pending().backlog(Instant.now());
        return new ServeResult(
                kills,
                traffic.answers(),
                traffic.repeated(),
                traffic.acknowledged().size(),
                missing,
                twice,
                ServeHarness.waiting(backlog),
                backlog.givenUp() + backlog.refused(),
                database.verifier().verify(NAMED).faults(),
                totals.requests(),
                expected,
                totals.spend().value(),
                expectedSpend.stripTrailingZeros(),
                simulator.requests(),
                simulator.counts().clashes(),
                ended);
    }

    private void look(LedgerDatabase database, GeneratedGeneration generation) {
        List<Revision> revisions = database.ledger().revisions(new GenerationId(generation.id()));
        byte[] record = generation.document();
        long records =
                revisions.stream()
                        .filter(revision -> Arrays.equals(revision.document().bytes(), record))
                        .count();
        twice += records > 1 ? 1 : 0;
        missing += records == 0 && traffic.acknowledged().contains(generation.id()) ? 1 : 0;
        if (!revisions.isEmpty()) {
            expected++;
            expectedSpend = expectedSpend.add(generation.spend().orElse(BigDecimal.ZERO));
        }
    }
}
