package io.genledger.ports.report;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** Reads the texts that the records of a ledger have in a dimension. */
public interface ValueReader {

    /**
     * The texts that begin with {@code beginning}, in ascending order of their bytes. A text whose
     * generations were all corrected since may be among them. Authors and variants are those of the
     * models.
     *
     * @param dimension a dimension; one of times or the request has no texts
     * @param limit the largest number of texts; 1 or more
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<String> values(Dimension dimension, String beginning, int limit);
}
