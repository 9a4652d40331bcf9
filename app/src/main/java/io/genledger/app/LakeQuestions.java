package io.genledger.app;

import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;

/** What can be asked about all ledgers of a lake. */
public interface LakeQuestions {

    /**
     * Sums of spend of all ledgers.
     *
     * @param isFresh whether also of rows that the ledgers have and the lake does not have yet
     */
    SpendReader spend(boolean isFresh);

    /**
     * The generations of all ledgers.
     *
     * @param isFresh whether also those that the ledgers have and the lake does not have yet
     */
    GenerationReader generations(boolean isFresh);
}
