package io.genledger.app.kill.serve;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * What is left after all the killing.
 *
 * @param kills servers that were killed
 * @param answers requests that were answered with success
 * @param repeated requests that were sent again, because a server was killed or busy
 * @param acknowledged ids that a server said it had
 * @param missing acknowledged ids whose record is not in the ledger
 * @param twice ids whose record is there more than once
 * @param stuck ids that are pending or claimed at the end
 * @param givenUp ids that were given up
 * @param faults what the check of the whole ledger found
 * @param recorded generations by the ledger's report
 * @param expected generations that it may count
 * @param spend what they cost by the ledger's report
 * @param expectedSpend what the simulator says that they cost
 * @param asked how often the simulator was asked
 * @param clashes how often an id was asked for while it was being answered
 * @param ended how long all servers took to end when asked to
 */
record ServeResult(
        int kills,
        long answers,
        long repeated,
        long acknowledged,
        long missing,
        long twice,
        long stuck,
        long givenUp,
        long faults,
        long recorded,
        long expected,
        BigDecimal spend,
        BigDecimal expectedSpend,
        long asked,
        long clashes,
        Duration ended) {

    /** Whether nothing was lost, stuck, given up, or counted or asked for twice. */
    boolean isSound() {
        return missing == 0
                && twice == 0
                && stuck == 0
                && givenUp == 0
                && faults == 0
                && clashes == 0
                && recorded == expected
                && spend.compareTo(expectedSpend) == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d kills, %,d requests answered, %,d sent again: %,d ids acknowledged, %d missing,"
                    + " %d twice, %d stuck, %d given up, %d faults; %,d generations, expected %,d;"
                    + " spend %s, expected %s; asked %,d times (%.2f an id), %d times while the"
                    + " same id was being answered; ended %d ms after SIGTERM",
                kills,
                answers,
                repeated,
                acknowledged,
                missing,
                twice,
                stuck,
                givenUp,
                faults,
                recorded,
                expected,
                spend.toPlainString(),
                expectedSpend.toPlainString(),
                asked,
                (double) asked / Math.max(1, recorded),
                clashes,
                ended.toMillis());
    }
}
