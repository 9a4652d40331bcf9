package io.genledger.app.kill;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * What is left after all the killing.
 *
 * @param kills processes killed: those that collected, and those that tracked
 * @param interrupted collectors that left claims behind when they were killed
 * @param acknowledged ids that a track command said it had
 * @param recorded ids that ended in the ledger
 * @param missing acknowledged ids that did not
 * @param twice ids with more than one document
 * @param stuck ids that are pending or claimed at the end
 * @param givenUp ids that were given up
 * @param expectedSpend what the simulator says that the recorded ones cost
 * @param spend what the ledger's report says
 * @param requests how often the simulator was asked
 * @param clashes how often an id was asked for while it was being answered
 * @param drained how long the last collector took to end when asked to
 */
record KillResult(
        int kills,
        int interrupted,
        long acknowledged,
        long recorded,
        long missing,
        long twice,
        long stuck,
        long givenUp,
        BigDecimal expectedSpend,
        BigDecimal spend,
        long requests,
        long clashes,
        Duration drained) {

    /** Whether nothing was lost, stuck, given up, or counted or asked for twice. */
    boolean isSound() {
        return missing == 0
                && twice == 0
                && stuck == 0
                && givenUp == 0
                && clashes == 0
                && spend.compareTo(expectedSpend) == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d kills, %d in the middle of work: %,d ids acknowledged, %,d recorded, %d"
                        + " missing, %d twice, %d stuck, %d given up; spend %s, expected %s; %,d"
                        + " requests (%.2f an id), %d of them while the same id was being answered;"
                        + " ended %d ms after SIGTERM",
                kills,
                interrupted,
                acknowledged,
                recorded,
                missing,
                twice,
                stuck,
                givenUp,
                spend.toPlainString(),
                expectedSpend.toPlainString(),
                requests,
                (double) requests / recorded,
                clashes,
                drained.toMillis());
    }
}
