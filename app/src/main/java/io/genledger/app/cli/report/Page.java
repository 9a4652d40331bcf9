package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationRow;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a list up to a limit; one more row tells that there is a next page. */
final class Page implements Consumer<GenerationRow> {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Console console;
    private final ListWriter writer;
    private final long limit;
    private long rows;
    private Optional<GenerationId> last = Optional.empty();
    private boolean hasMore;

    Page(Console console, ListWriter writer, long limit) {
        this.console = console;
        this.writer = writer;
        this.limit = limit;
    }

    @Override
    public void accept(GenerationRow row) {
        if (rows == limit) {
            hasMore = true;
            return;
        }
        if (++rows % ROWS_BETWEEN_CHECKS == 0 && console.isOutputUnwanted()) {
            throw new OutputUnwantedException();
        }
        last = Optional.of(row.id());
        writer.row(row);
    }

    void end() {
        writer.end(last.filter(id -> hasMore));
    }
}
