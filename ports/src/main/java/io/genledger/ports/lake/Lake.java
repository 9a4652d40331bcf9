package io.genledger.ports.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One table with the rows of the feeds of several ledgers. A row is identified by its ledger and
 * its number. Thread-safe.
 */
public interface Lake {

    /** What came of copying rows. */
    sealed interface Copying {

        /**
         * All rows are in the lake.
         *
         * @param rows how many were added; those that it had before are not counted
         */
        record Copied(long rows) implements Copying {}

        /**
         * Nothing was added: another statement has added rows of this ledger meanwhile. The last
         * row has to be asked for anew.
         */
        record Overtaken() implements Copying {}
    }

    /**
     * A ledger's part of the lake.
     *
     * @param name the ledger
     * @param last its row with the highest number
     * @param rows the number of its rows
     * @param newest when the newest generation of these was created
     */
    record Part(LedgerName name, FeedRow last, long rows, Instant newest) {}

    /** The parts of all ledgers, in the order of their names. */
    List<Part> parts();

    /**
     * The row with the highest number of a ledger; empty if the lake has none.
     *
     * @throws LakeUnavailableException if the lake cannot be read
     */
    Optional<FeedRow> last(LedgerName ledger);

    /**
     * A row of a ledger's feed as the lake's engine reads it there; empty if the feed has none. It
     * tells whether the engine reads the ledger that is meant.
     *
     * @throws LakeUnavailableException if the engine cannot read the feed
     */
    Optional<FeedRow> offered(LedgerName ledger, long sequence);

    /**
     * Copies the rows behind {@code after} up to {@code until} from the feed of a ledger, all or
     * none. Of two calls with the same {@code after}, at most one adds rows, also if the program
     * that made one of them was killed while its statement goes on in the server.
     *
     * @throws LakeUnavailableException if that fails; whether the rows were added is then unknown,
     *     and {@link #last} tells it
     */
    Copying copy(LedgerName ledger, long after, long until);

    /**
     * The sums of a ledger's rows up to a number, as {@link LedgerFeed#sums} has them.
     *
     * @throws LakeUnavailableException if the lake cannot be read
     */
    List<FeedSums> sums(LedgerName ledger, long until, Instant from);

    /**
     * Deletes the rows of a ledger from a number on, so that they are copied anew.
     *
     * @return how many were deleted
     * @throws LakeUnavailableException if that fails
     */
    long delete(LedgerName ledger, long from);

    /**
     * Repeats in the lake what was erased from a ledger: rows that name a user get the texts that
     * the ledger has in their place. Earlier states of the lake still name the user until {@link
     * #maintain} has removed them.
     *
     * @return how many rows were changed
     * @throws LakeUnavailableException if that fails
     */
    long erase(LedgerName ledger);

    /**
     * How many rows {@link #erase} would change.
     *
     * @throws LakeUnavailableException if lake or feed cannot be read
     */
    long toErase(LedgerName ledger);

    /**
     * Joins the small files that the steps of shipping leave, and removes what only earlier states
     * of the lake need.
     *
     * @param retention how long an earlier state can still be read; longer than any statement runs
     * @throws LakeUnavailableException if that fails, or the server allows no retention as short
     */
    void maintain(Duration retention);
}
