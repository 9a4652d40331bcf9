package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.view.listing.ListPage;
import io.genledger.domain.report.GenerationRow;
import java.util.function.Consumer;

/** The rows of a list, as long as standard output takes them. */
final class Page implements Consumer<GenerationRow> {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Console console;
    private final ListPage page;
    private long rows;

    Page(Console console, ListPage page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public void accept(GenerationRow row) {
        if (++rows % ROWS_BETWEEN_CHECKS == 0 && console.isOutputUnwanted()) {
            throw new OutputUnwantedException();
        }
        page.accept(row);
    }
}
