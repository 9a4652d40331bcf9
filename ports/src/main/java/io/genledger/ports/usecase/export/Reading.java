package io.genledger.ports.usecase.export;

import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What an export reads of the selected generations.
 *
 * @param source reads it
 * @param generations how many generations a row adds to those that were exported
 * @param <R> a row
 */
public record Reading<R>(Source<R> source, ToIntFunction<R> generations) {

    /** The entry that counts of each generation. */
    public static final Reading<ExportRow> CURRENT =
            new Reading<>(ExportReader::readCurrent, row -> 1);

    /** Every entry; a cancellation takes back one generation. */
    public static final Reading<ExportRow> ENTRIES =
            new Reading<>(ExportReader::readEntries, row -> row.place().isCancellation() ? -1 : 1);

    /** The document of each generation; empty if it was erased or pruned. */
    public static final Reading<Optional<byte[]>> DOCUMENTS =
            new Reading<>(ExportReader::readDocuments, document -> 1);

    /**
     * A method of {@link ExportReader}.
     *
     * @param <R> a row
     */
    @FunctionalInterface
    public interface Source<R> {

        /** Passes all rows, and returns the moment before which entries were pruned. */
        Optional<Instant> read(ExportReader reader, ExportQuery query, Consumer<R> rows);
    }
}
