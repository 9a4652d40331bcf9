package io.genledger.app.export.parquet;

import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.app.export.file.Parts;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.usecase.export.Reading;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Parquet, in one part or in one for each month. With months, rows come in the order of
 * their times of creation, so that one part is open.
 */
public final class ParquetRows implements FormatRows<ExportRow> {

    /** The documentation of the columns. */
    public static final List<NamedColumn> COLUMNS =
            Stream.concat(
                            ExportColumn.ALL.stream().map(ParquetRows::typed),
                            AttemptColumn.ALL.stream().map(AttemptColumn::named))
                    .toList();

    /** Memory for the rows that are not written yet. */
    private static final long ROW_GROUP = 32L << 20;

    private final Parts parts;
    private final RowDecoders decoders;
    private final ParquetForm form;
    private @Nullable ParquetWriter<ExportRow> writer;
    private @Nullable YearMonth month;

    /** Writes rows of {@code form}. */
    public ParquetRows(Parts parts, RowDecoders decoders, ParquetForm form) {
        this.parts = parts;
        this.decoders = decoders;
        this.form = form;
    }

    private static NamedColumn typed(ExportColumn column) {
        NamedColumn named = column.named();
        String unit =
                switch (column.type()) {
                    case TEXT -> named.unit();
                    case FLAG -> "boolean";
                    case TIME -> "timestamp with time zone, UTC, microseconds";
                    case COUNT -> named.unit() + ", 64 bits";
                    case AMOUNT ->
                            "US dollars, decimal(%d,%d)"
                                    .formatted(
                                            ParquetTypes.AMOUNT_DIGITS,
                                            ParquetTypes.AMOUNT_DECIMALS);
                    case DURATION -> "milliseconds, decimal(18,3)";
                };
        return new NamedColumn(named.name(), unit, named.isNullable(), named.source());
    }

    @Override
    public Reading<ExportRow> reading() {
        return Reading.CURRENT;
    }

    @Override
    public void begin() throws IOException {
        if (!form.byMonth()) {
            writer = writer(Parts.WHOLE);
        }
    }

    private ParquetWriter<ExportRow> writer(String part) throws IOException {
        return new Builder(new ParquetOutput(parts.next(part)), decoders, form)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    @Override
    public boolean row(ExportRow row) throws IOException {
        ParquetWriter<ExportRow> current = form.byMonth() ? ofMonth(row) : writer;
        if (current == null) {
            throw new IllegalStateException("not begun");
        }
        current.write(row);
        return true;
    }

    private ParquetWriter<ExportRow> ofMonth(ExportRow row) throws IOException {
        YearMonth next = YearMonth.from(row.created().at().atOffset(ZoneOffset.UTC));
        ParquetWriter<ExportRow> current = writer;
        if (current == null || !next.equals(month)) {
            end();
            current = writer("created_month=" + next);
            writer = current;
            month = next;
        }
        return current;
    }

    @Override
    public void end() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    private static final class Builder extends ParquetWriter.Builder<ExportRow, Builder> {

        private final ParquetSupport support;

        Builder(OutputFile file, RowDecoders decoders, ParquetForm form) {
            super(file);
            this.support = new ParquetSupport(decoders, form.withAttempts());
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<ExportRow> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<ExportRow> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }
}
