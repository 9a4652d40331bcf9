package io.genledger.app.view.listing;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationRow;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a list up to a limit; one more row tells that there is a next page. */
public final class ListPage implements Consumer<GenerationRow> {

    private final ListWriter writer;
    private final long limit;
    private long rows;
    private Optional<GenerationId> last = Optional.empty();
    private boolean hasMore;

    /**
     * Passes rows to {@code writer}.
     *
     * @param limit the largest number of rows; 1 or more
     */
    public ListPage(ListWriter writer, long limit) {
        this.writer = writer;
        this.limit = limit;
    }

    @Override
    public void accept(GenerationRow row) {
        if (rows == limit) {
            hasMore = true;
            return;
        }
        rows++;
        last = Optional.of(row.id());
        writer.row(row);
    }

    /**
     * Ends the list.
     *
     * @return the generation after which the next page begins; empty if there are no more
     */
    public Optional<GenerationId> end() {
        Optional<GenerationId> next = last.filter(id -> hasMore);
        writer.end(next);
        return next;
    }
}
