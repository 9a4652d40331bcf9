package io.genledger.ports.report;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists recorded generations one by one, each by its newest revision. */
public interface GenerationReader {

    /**
     * Passes the rows that {@code query} selects one after another to {@code rows}, in its order.
     * If entries were pruned, a list with the newest first and without a beginning ends before the
     * generations without entries; every other list has to begin after them.
     *
     * @param rows is called on this thread, while the ledger is being read
     * @return the moment before which entries were pruned, if the list ends there; empty if the
     *     page is full, or none were pruned
     * @throws UnknownGenerationException if the page begins after a generation that is not in the
     *     ledger
     * @throws LedgerUnavailableException if the ledger cannot be read, or if the list would begin
     *     with generations whose entries were pruned
     */
    Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows);

    /**
     * The ids of recorded generations that begin with {@code beginning}, in ascending order.
     *
     * @param limit the largest number of ids; 1 or more
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<GenerationId> idsThatBeginWith(String beginning, int limit);
}
