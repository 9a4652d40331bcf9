package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.usecase.report.ReportSpend;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** What was seen in a ledger, which must still be there at the next look; and nothing twice. */
final class KillBooks {

    private final LongFunction<Expected> expected;
    private final NavigableMap<Long, Integer> open = new TreeMap<>();
    private long recorded;
    private BigDecimal spend = BigDecimal.ZERO;

    /** The generation with a number; the ledger is asked for those that {@link #expect} names. */
    KillBooks(LongFunction<Expected> expected) {
        this.expected = expected;
    }

    /**
     * A generation that the ledger may hold.
     *
     * @param spends its spend by each of the revisions that it will have
     */
    record Expected(String id, List<BigDecimal> spends) {}

    /** The generations with numbers {@code from} to below {@code to} may be recorded from now. */
    void expect(long from, long to) {
        for (long number = from; number < to; number++) {
            open.put(number, 0);
        }
    }

    /** How many generations were recorded at the last look. */
    long recorded() {
        return recorded;
    }

    /** What they cost. */
    BigDecimal spend() {
        return spend;
    }

    /** Numbers of the generations whose last revision is not recorded. */
    List<Long> unfinished() {
        return List.copyOf(open.keySet());
    }

    /**
     * Looks at each generation that was unfinished.
     *
     * @throws IllegalStateException if one was lost or has too many revisions
     */
    void look(LedgerDatabase database) {
        Map.copyOf(open).forEach((number, found) -> look(database, number, found));
    }

    /**
     * Looks at each generation that was unfinished, and compares the ledger's sums over all; while
     * no process works on it.
     *
     * @throws IllegalStateException if something was lost or counts twice
     */
    void check(LedgerDatabase database) {
        look(database);
        SpendTotals totals =
                new ReportSpend(database.spend())
                        .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                        .totals();
        if (totals.requests() != recorded || totals.spend().value().compareTo(spend) != 0) {
            throw new IllegalStateException(
                    "the ledger counts %d generations for %s, but has %d for %s"
                            .formatted(
                                    totals.requests(),
                                    totals.spend().value().toPlainString(),
                                    recorded,
                                    spend.toPlainString()));
        }
    }

    private void look(LedgerDatabase database, long number, int found) {
        Expected generation = expected.apply(number);
        List<BigDecimal> spends = generation.spends();
        int revisions = database.ledger().revisions(new GenerationId(generation.id())).size();
        if (revisions < found || revisions > spends.size()) {
            throw new IllegalStateException(
                    "%s had %d revisions and has %d; it will have %d"
                            .formatted(generation.id(), found, revisions, spends.size()));
        }
        if (revisions > found) {
            BigDecimal before = found == 0 ? BigDecimal.ZERO : spends.get(found - 1);
            spend = spend.add(spends.get(revisions - 1)).subtract(before);
            recorded += found == 0 ? 1 : 0;
            open.put(number, revisions);
        }
        if (revisions == spends.size()) {
            open.remove(number);
        }
    }
}
