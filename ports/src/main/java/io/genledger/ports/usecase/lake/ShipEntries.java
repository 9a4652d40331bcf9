package io.genledger.ports.usecase.lake;

import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.Lake.Copying;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.CommittedSequence;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Copies the entries of a ledger that a lake does not have yet, each exactly once. Nothing but the
 * lake's own rows tells how far it has come: there is no mark that could disagree with them.
 */
public final class ShipEntries {

    /** Rows of one statement, which took 15 to 40 s on two processors. */
    static final int MOST_ROWS = 500_000;

    /** Steps in a row that another shipper overtakes before the work is left to it. */
    static final int MOST_OVERTAKEN = 8;

    private final LedgerName name;
    private final LedgerFeed feed;
    private final CommittedSequence sequence;
    private final Lake lake;

    /**
     * @param name the ledger's name in the lake
     * @param feed the ledger's entries
     * @param sequence how far the ledger's numbers are complete
     */
    public ShipEntries(LedgerName name, LedgerFeed feed, CommittedSequence sequence, Lake lake) {
        this.name = name;
        this.feed = feed;
        this.sequence = sequence;
        this.lake = lake;
    }

    /**
     * Copies until the lake has all rows up to the end of the ledger's complete sequence, which may
     * be a second old.
     *
     * @param shipped is given the number of rows after each statement
     * @throws LedgerUnavailableException if the ledger cannot be read
     * @throws LakeUnavailableException if the lake cannot be read or written; another call goes on
     */
    public Shipping ship(LongConsumer shipped) {
        long rows = 0;
        long steps = 0;
        int overtaken = 0;
        while (true) {
            Optional<FeedRow> last = lake.last(name);
            Optional<FeedRow> own = last.flatMap(row -> feed.row(row.sequence()));
            if (!own.equals(last)) {
                return new Shipping.OtherHistory(last.orElseThrow(), own);
            }
            last.ifPresent(feed::remember);
            long after = last.map(FeedRow::sequence).orElse(0L);
            Optional<Long> until = feed.last(after, sequence.end(), MOST_ROWS);
            if (until.isEmpty()) {
                return new Shipping.Complete(rows, steps, after);
            }
            Optional<FeedRow> next = feed.row(until.get());
            if (steps == 0) {
                Optional<FeedRow> offered = lake.offered(name, until.get());
                if (!next.equals(offered)) {
                    return new Shipping.OtherFeed(until.get(), next, offered);
                }
            }
            // Before the lake has it: the entry may be pruned before another program sees it there.
            next.ifPresent(feed::remember);
            if (lake.copy(name, after, until.get()) instanceof Copying.Copied copied) {
                rows += copied.rows();
                steps++;
                overtaken = 0;
                shipped.accept(rows);
            } else if (++overtaken == MOST_OVERTAKEN) {
                return new Shipping.Overtaken(rows, after);
            }
        }
    }
}
