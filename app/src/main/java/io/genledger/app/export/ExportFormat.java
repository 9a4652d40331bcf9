package io.genledger.app.export;

import io.genledger.app.export.column.ActivityColumn;
import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.app.export.file.Compression;
import io.genledger.app.export.text.ActivityRowsCsv;
import io.genledger.app.export.text.CsvRows;
import io.genledger.app.export.text.NdjsonRows;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The formats of exports. A further one is a class that writes its rows, and a constant here that
 * names its columns.
 */
public enum ExportFormat {

    /** The archived documents, one a line. */
    NDJSON(true, List.of("ndjson", "jsonl"), NdjsonRows.COLUMNS) {
        @Override
        public FormatRows rows(OutputStream out, RowDecoders decoders, boolean truncates) {
            return new NdjsonRows(out);
        }
    },

    /** One row a generation, with every column that the ledger has. */
    CSV(false, List.of("csv"), ExportColumn.NAMED) {
        @Override
        public FormatRows rows(OutputStream out, RowDecoders decoders, boolean truncates) {
            return new CsvRows(out);
        }
    },

    /** The columns of the CSV that OpenRouter's Activity page exports. */
    ACTIVITY_CSV(true, List.of(), ActivityColumn.NAMED) {
        @Override
        public FormatRows rows(OutputStream out, RowDecoders decoders, boolean truncates) {
            return new ActivityRowsCsv(out, decoders, truncates);
        }
    };

    private final boolean needsDocuments;
    private final List<String> endings;
    private final List<NamedColumn> columns;

    ExportFormat(boolean needsDocuments, List<String> endings, List<NamedColumn> columns) {
        this.needsDocuments = needsDocuments;
        this.endings = endings;
        this.columns = columns;
    }

    /** The format of a file by the ending of its name, before that of a compression. */
    public static Optional<ExportFormat> ofFile(String name) {
        String plain = Compression.ofFile(name).without(name).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format ->
                        format.endings.stream().anyMatch(ending -> plain.endsWith("." + ending)))
                .findFirst();
    }

    /** Its name on the command line, e.g. {@code activity-csv}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its rows need their original documents. */
    public boolean needsDocuments() {
        return needsDocuments;
    }

    /** Its columns in their order. */
    public List<NamedColumn> columns() {
        return columns;
    }

    /**
     * The writer of its rows.
     *
     * @param out is written with small writes, and flushed at the end
     * @param truncates whether to cut amounts toward zero to six decimals, as OpenRouter does; only
     *     for {@link #ACTIVITY_CSV}
     */
    public abstract FormatRows rows(OutputStream out, RowDecoders decoders, boolean truncates);
}
