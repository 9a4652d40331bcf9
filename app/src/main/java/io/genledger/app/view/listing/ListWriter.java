package io.genledger.app.view.listing;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationRow;
import java.util.Optional;

/** Writes a list of generations, row by row. */
public interface ListWriter {

    /** Writes the next generation. */
    void row(GenerationRow row);

    /**
     * Ends the list.
     *
     * @param last the generation after which the next page begins; empty if there are no more
     */
    void end(Optional<GenerationId> last);
}
