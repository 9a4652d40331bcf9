package io.genledger.ports.lake;

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
     * none. Two calls with the same {@code after} never both add rows, whatever became of the
     * program that called one of them: a statement that lives on after its caller was killed
     * doubles nothing.
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
}
