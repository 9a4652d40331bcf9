package io.genledger.app.export;

import io.genledger.app.export.column.ActivityColumn;
import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.app.export.file.Checkpoint;
import io.genledger.app.export.file.Compression;
import io.genledger.app.export.file.Parts;
import io.genledger.app.export.file.TargetFiles;
import io.genledger.app.export.file.TargetFolder;
import io.genledger.app.export.file.Targets;
import io.genledger.app.export.focus.FocusColumn;
import io.genledger.app.export.focus.FocusRows;
import io.genledger.app.export.parquet.ParquetForm;
import io.genledger.app.export.parquet.ParquetRows;
import io.genledger.app.export.text.ActivityRowsCsv;
import io.genledger.app.export.text.CsvRows;
import io.genledger.app.export.text.NdjsonRows;
import io.genledger.app.export.xlsx.XlsxRows;
import io.genledger.ports.export.RowShape;
import java.io.IOException;
import java.nio.file.Path;
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
    NDJSON(RowShape.WITH_DOCUMENT, List.of("ndjson", "jsonl"), NdjsonRows.COLUMNS) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options)
                throws IOException {
            return new NdjsonRows(parts.next(Parts.WHOLE));
        }
    },

    /** One row a generation, with every column that the ledger has. */
    CSV(RowShape.FIGURES, List.of("csv"), ExportColumn.NAMED) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options)
                throws IOException {
            return new CsvRows(parts.next(Parts.WHOLE));
        }
    },

    /** The columns of the CSV that OpenRouter's Activity page exports. */
    ACTIVITY_CSV(RowShape.WITH_DOCUMENT, List.of(), ActivityColumn.NAMED) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options)
                throws IOException {
            return new ActivityRowsCsv(parts.next(Parts.WHOLE), decoders, options.truncates());
        }
    },

    /** The columns of FOCUS 1.3, the FinOps Open Cost and Usage Specification, as CSV. */
    FOCUS(RowShape.FIGURES.byCreation(), List.of(), FocusColumn.NAMED) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options) {
            return new FocusRows(parts, options.focus());
        }

        @Override
        String subject(FormatOptions options) {
            return label() + " " + options.focus();
        }
    },

    /** A report as a workbook, with a sheet for each month. */
    XLSX(RowShape.FIGURES.byCreation(), List.of("xlsx"), XlsxRows.COLUMNS) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options)
                throws IOException {
            return new XlsxRows(parts.next(Parts.WHOLE), options.xlsx());
        }
    },

    /** Every column with its type, for data tools. */
    PARQUET(RowShape.FIGURES, List.of("parquet"), ParquetRows.COLUMNS) {
        @Override
        public FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options) {
            return new ParquetRows(parts, decoders, options.parquet());
        }

        @Override
        public RowShape shape(FormatOptions options) {
            RowShape shape =
                    options.parquet().withAttempts() ? RowShape.WITH_DOCUMENT : RowShape.FIGURES;
            return options.parquet().byMonth() ? shape.byCreation() : shape;
        }

        @Override
        String subject(FormatOptions options) {
            return label() + " " + options.parquet();
        }

        @Override
        Targets targets(ExportJob job, Path path, boolean replaces, Checkpoint checkpoint)
                throws IOException {
            return job.options().parquet().byMonth()
                    ? TargetFolder.begin(path, ParquetForm.PART, checkpoint)
                    : super.targets(job, path, replaces, checkpoint);
        }
    };

    private final RowShape shape;
    private final List<String> endings;
    private final List<NamedColumn> columns;

    ExportFormat(RowShape shape, List<String> endings, List<NamedColumn> columns) {
        this.shape = shape;
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

    /** Whether people can read it on a terminal. */
    public boolean isText() {
        return this != XLSX && this != PARQUET;
    }

    /** What it needs of each row, and in which order. */
    public RowShape shape(FormatOptions options) {
        return shape;
    }

    /** In words, by which exports that continue each other must agree. */
    String subject(FormatOptions options) {
        return label() + (options.truncates() ? ", truncated" : "");
    }

    /** The files of an export to {@code path}. */
    Targets targets(ExportJob job, Path path, boolean replaces, Checkpoint checkpoint)
            throws IOException {
        return new TargetFiles(part -> path(path, part), replaces, checkpoint);
    }

    /**
     * The path of a part of {@code file}: {@code NAME.2.csv}.
     *
     * @param part its name, or {@link Parts#WHOLE}
     */
    Path path(Path file, String part) {
        if (part.equals(Parts.WHOLE)) {
            return file;
        }
        String name = String.valueOf(file.getFileName());
        String plain = Compression.ofFile(name).without(name);
        int dot = plain.lastIndexOf('.') <= 0 ? plain.length() : plain.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "." + part + name.substring(dot));
    }

    /** Its columns in their order. */
    public List<NamedColumn> columns() {
        return columns;
    }

    /**
     * The writer of its rows.
     *
     * @param parts are written with small writes, and flushed at the end
     */
    public abstract FormatRows<?> rows(Parts parts, RowDecoders decoders, FormatOptions options)
            throws IOException;
}
