package io.genledger.ports.usecase.export;

import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.ledger.CommittedSequence;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes generations in some format. */
public final class ExportGenerations {

    private final ExportReader reader;
    private final CommittedSequence committed;

    /** Exports one ledger. */
    public ExportGenerations(ExportReader reader, CommittedSequence committed) {
        this.reader = reader;
        this.committed = committed;
    }

    /**
     * The entries that were recorded since an earlier export. Spans one after another hold each
     * entry once, also those that a writer commits late.
     *
     * @param after the number of the last entry of the earlier export; 0 if there was none
     * @throws IllegalArgumentException if the ledger has fewer entries: it is another ledger
     */
    public EntrySpan since(long after) {
        return new EntrySpan(after, committed.end());
    }

    /** Identifies the entry of that number. */
    public EntryMark mark(long number) {
        return new EntryMark(number, find(number).orElse(""));
    }

    /**
     * Whether the ledger has the entry of {@code mark}, as far as can be said: one without an
     * identity is not compared, and one that is missing may have been pruned.
     */
    public boolean has(EntryMark mark) {
        return mark.identity().isEmpty()
                || find(mark.number()).map(mark.identity()::equals).orElseGet(this::isPruned);
    }

    private Optional<String> find(long number) {
        List<String> found = new ArrayList<>();
        if (number > 0) {
            reader.readEntries(
                    ExportQuery.ALL.in(new EntrySpan(number - 1, number)),
                    row -> found.add(identity(row)));
        }
        return found.stream().findFirst();
    }

    private boolean isPruned() {
        return reader.readEntries(ExportQuery.ALL.in(new EntrySpan(0, 0)), row -> {}).isPresent();
    }

    private static String identity(ExportRow row) {
        return "%s, revision %d%s, recorded at %s"
                .formatted(
                        row.id(),
                        row.place().revision(),
                        row.place().isCancellation() ? " cancelled" : "",
                        row.place().recordedAt());
    }

    /**
     * Writes what {@code reading} reads of each generation of {@code query}.
     *
     * @param stop ends the export before the next row
     * @param <R> a row
     * @throws IOException if the writer fails
     * @throws io.genledger.ports.ledger.EntriesPrunedException if the range begins before the
     *     moment before which entries were pruned
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public <R> ExportSummary export(
            Reading<R> reading, ExportQuery query, RowWriter<R> writer, StopSignal stop)
            throws IOException {
        Run<R> run = new Run<>(reading, writer, stop);
        try {
            writer.begin();
            Optional<Instant> pruned = reading.source().read(reader, query, run::write);
            writer.end();
            return run.summary(pruned, true);
        } catch (StoppedException stopped) {
            return run.summary(Optional.empty(), false);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The counts of one export. */
    private static final class Run<R> {

        private final Reading<R> reading;
        private final RowWriter<R> writer;
        private final StopSignal stop;
        private long rows;
        private long leftOut;

        Run(Reading<R> reading, RowWriter<R> writer, StopSignal stop) {
            this.reading = reading;
            this.writer = writer;
            this.stop = stop;
        }

        void write(R row) {
            if (stop.isRequested()) {
                throw new StoppedException();
            }
            try {
                int generations = reading.generations().applyAsInt(row);
                if (writer.row(row)) {
                    rows += generations;
                } else {
                    leftOut += generations;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        ExportSummary summary(Optional<Instant> pruned, boolean finished) {
            return new ExportSummary(rows, Math.max(0, leftOut), pruned, finished);
        }
    }
}
