package io.genledger.app.cli.export;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.progress.CheckProgress;
import io.genledger.app.export.RowObserver;
import io.genledger.ports.usecase.export.RowWriter;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;

/**
 * Shows the number of rows on a terminal, and ends an export whose reader of standard output has
 * ended.
 */
final class ExportProgress implements RowObserver, AutoCloseable {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Console console;
    private final StopSignal stop;
    private final CheckProgress progress;

    ExportProgress(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
        this.progress = new CheckProgress(console, "exporting", "generation");
    }

    @Override
    public <R> RowWriter<R> of(RowWriter<R> writer) {
        return new RowWriter<>() {

            private long rows;

            @Override
            public void begin() throws IOException {
                writer.begin();
            }

            @Override
            public boolean row(R row) throws IOException {
                if (++rows % ROWS_BETWEEN_CHECKS == 0) {
                    check(rows);
                }
                return writer.row(row);
            }

            @Override
            public void end() throws IOException {
                writer.end();
            }
        };
    }

    private void check(long rows) {
        progress.documents(rows);
        if (console.out().checkError()) {
            stop.request();
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
