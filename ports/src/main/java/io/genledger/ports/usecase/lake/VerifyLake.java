package io.genledger.ports.usecase.lake;

import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.lake.LedgerName;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the rows of a ledger with those that a lake has of it, month by month. */
public final class VerifyLake {

    private static final Instant FIRST = Instant.EPOCH;

    private final LedgerName name;
    private final LedgerFeed feed;
    private final Lake lake;

    /**
     * @param name the ledger's name in the lake
     * @param feed the ledger's entries
     */
    public VerifyLake(LedgerName name, LedgerFeed feed, Lake lake) {
        this.name = name;
        this.feed = feed;
        this.lake = lake;
    }

    /**
     * One month of both.
     *
     * @param month the month in which generations were created, in UTC
     * @param ledger the ledger's sums; empty if it has no row of the month
     * @param lake the lake's sums; empty if it has no row of the month
     */
    public record Compared(YearMonth month, Optional<FeedSums> ledger, Optional<FeedSums> lake) {

        /** Whether both have the same number of rows and generations and the same sums. */
        public boolean isEqual() {
            return ledger.equals(lake);
        }
    }

    /**
     * What was compared.
     *
     * @param last the lake's last row of the ledger; empty if it has none. Later rows of the ledger
     *     are not compared.
     * @param from the beginning of what was compared: the ledger's entries of generations that were
     *     created before were pruned, and only the lake may have them; empty if none were
     * @param months the months in their order
     * @param toErase how many rows of the lake still name users that were erased from the ledger
     */
    public record Comparison(
            Optional<FeedRow> last, Optional<Instant> from, List<Compared> months, long toErase) {

        /** Copies the months. */
        public Comparison {
            months = List.copyOf(months);
        }

        /** Whether all months are equal; erased texts are in no sum. */
        public boolean isEqual() {
            return months.stream().allMatch(Compared::isEqual);
        }
    }

    /** Compares all months of which both still have all rows. */
    public Comparison compare() {
        Optional<FeedRow> last = lake.last(name);
        Optional<Instant> pruned = feed.prunedBefore();
        if (last.isEmpty()) {
            return new Comparison(last, pruned, List.of(), 0);
        }
        long until = last.get().sequence();
        Instant from = pruned.orElse(FIRST);
        Map<YearMonth, FeedSums> ledgers = byMonth(feed.sums(until, from));
        Map<YearMonth, FeedSums> lakes = byMonth(lake.sums(name, until, from));
        Map<YearMonth, FeedSums> all = new TreeMap<>(ledgers);
        all.putAll(lakes);
        List<Compared> months = new ArrayList<>();
        for (YearMonth month : all.keySet()) {
            months.add(
                    new Compared(
                            month,
                            Optional.ofNullable(ledgers.get(month)),
                            Optional.ofNullable(lakes.get(month))));
        }
        return new Comparison(last, pruned, months, lake.toErase(name));
    }

    private static Map<YearMonth, FeedSums> byMonth(List<FeedSums> sums) {
        Map<YearMonth, FeedSums> byMonth = new TreeMap<>();
        sums.forEach(one -> byMonth.put(one.month(), one));
        return byMonth;
    }
}
