package io.genledger.app.option.export;

import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.parquet.ParquetForm;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of Parquet. */
public final class ParquetOptions {

    @Option(
            names = "--attempts",
            description = "Add the list of attempts at providers to the rows of parquet.")
    private boolean attempts;

    @Option(
            names = "--partition",
            paramLabel = "PERIOD",
            converter = WordConverter.OfPartition.class,
            completionCandidates = WordConverter.OfPartition.class,
            description =
                    "Write parquet as a new folder with created_month=2025-08/part-0.parquet for"
                            + " each month in UTC: ${COMPLETION-CANDIDATES}. Default: one file.")
    private WordConverter.@Nullable Partition partition;

    /**
     * @throws UsageException if the format is another
     */
    void check(ExportFormat format) {
        if ((attempts || partition != null) && format != ExportFormat.PARQUET) {
            throw new UsageException(
                    (attempts ? "--attempts" : "--partition") + " needs --format parquet");
        }
    }

    /** Whether a folder is written, with a file for each month. */
    public boolean isPartitioned() {
        return partition != null;
    }

    ParquetForm form() {
        return new ParquetForm(attempts, partition != null);
    }
}
