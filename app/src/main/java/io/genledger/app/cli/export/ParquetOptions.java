package io.genledger.app.cli.export;

import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.parquet.ParquetForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of Parquet. */
final class ParquetOptions {

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
     * @throws UsageException if the options contradict others
     */
    void check(ExportFormat format, boolean replaces, boolean continues, boolean toOutput) {
        if ((attempts || partition != null) && format != ExportFormat.PARQUET) {
            throw new UsageException(
                    (attempts ? "--attempts" : "--partition") + " needs --format parquet");
        }
        if (partition != null && (replaces || continues || toOutput)) {
            throw new UsageException(
                    "--partition needs a new folder, and cannot be combined with --force,"
                            + " --since-last or -");
        }
    }

    ParquetForm form() {
        return new ParquetForm(attempts, partition != null);
    }
}
