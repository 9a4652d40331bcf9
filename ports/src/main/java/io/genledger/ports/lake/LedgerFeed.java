package io.genledger.ports.lake;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The entries of one ledger in the order of their numbers, as a lake gets them. A correction is a
 * row with the new figures and a row with the negated figures of the revision before, so that each
 * sum over a feed is that of the current revisions. Thread-safe.
 */
public interface LedgerFeed {

    /**
     * The row with this number, or a {@linkplain #remember remembered} one; empty if the ledger has
     * no such row.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<FeedRow> row(long sequence);

    /**
     * The number of the last one of the next rows behind {@code after}; empty if there is none.
     *
     * @param end no row with a higher number is regarded
     * @param most how many rows are counted; 1 or more
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Long> last(long after, long end, int most);

    /**
     * How many rows there are behind {@code after}, and up to {@code end}.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    long count(long after, long end);

    /**
     * The sums of the rows up to a number, by the months in which generations were created, in
     * order.
     *
     * @param from generations that were created before are left out; a beginning of a day in UTC
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<FeedSums> sums(long until, Instant from);

    /** How many rows are {@linkplain #remember remembered}. */
    int REMEMBERED = 4;

    /**
     * Remembers a row that is the last one of a lake, or will be when it is copied; the {@value
     * #REMEMBERED} latest ones are kept. {@link #row} finds it also after its entry was pruned, so
     * that a pruned ledger is not taken for one that was restored.
     *
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void remember(FeedRow row);

    /**
     * The beginning of the day in UTC from which the ledger has all its entries; empty if none were
     * pruned. The lake may be the only one that has earlier ones.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Instant> prunedBefore();
}
