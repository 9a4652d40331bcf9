package io.genledger.app.option.export;

import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.ExportJob;
import io.genledger.app.export.FormatOptions;
import io.genledger.app.export.xlsx.XlsxForm;
import io.genledger.app.option.SelectionOptions;
import io.genledger.app.option.TimeRangeOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.admin.LedgerSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of what an export contains and how it is written. */
public final class ExportOptions {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = WordConverter.OfExportFormat.class,
            completionCandidates = WordConverter.OfExportFormat.class,
            description =
                    "Format: ${COMPLETION-CANDIDATES}. Default: by the ending of the file's name.")
    private @Nullable ExportFormat format;

    @Option(
            names = "--truncate",
            description =
                    "Cut the amounts of activity-csv toward zero to 6 decimals, as OpenRouter does."
                            + " Default: every digit.")
    private boolean truncate;

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            split = ",",
            converter = WordConverter.OfDimension.class,
            completionCandidates = WordConverter.OfDimension.class,
            description =
                    "Dimensions of the rows of xlsx, as those of report that are no times. Default:"
                            + " model,provider.")
    private List<Dimension> by = new ArrayList<>();

    @Mixin private ParquetOptions parquet = new ParquetOptions();
    @Mixin private FocusOptions focus = new FocusOptions();
    @Mixin private TimeRangeOptions.AsOf asOf = new TimeRangeOptions.AsOf();
    @Mixin private SelectionOptions selection = new SelectionOptions();

    /** The format that is named. */
    public Optional<ExportFormat> format() {
        return Optional.ofNullable(format);
    }

    /** The options of FOCUS files. */
    public FocusOptions focus() {
        return focus;
    }

    /** The options of Parquet. */
    public ParquetOptions parquet() {
        return parquet;
    }

    /**
     * Checks the options.
     *
     * @param chosen the format, named or not
     * @throws UsageException if the options contradict each other
     */
    public void check(ExportFormat chosen) {
        asOf.check();
        if (truncate && chosen != ExportFormat.ACTIVITY_CSV) {
            throw new UsageException("--truncate needs --format activity-csv");
        }
        Optional<String> ofFocus = focus.given();
        if (ofFocus.isPresent() && chosen != ExportFormat.FOCUS) {
            throw new UsageException(ofFocus.get() + " needs --format focus");
        }
        if (!by.isEmpty() && chosen != ExportFormat.XLSX) {
            throw new UsageException("--by needs --format xlsx");
        }
        if (by.stream().anyMatch(Dimension::isTime)) {
            throw new UsageException("--by of xlsx names no times: a sheet is a month");
        }
        parquet.check(chosen);
    }

    /**
     * The export that the options ask for.
     *
     * @param chosen the format, named or not
     * @param now the present, from which relative periods are counted
     * @throws UsageException if the options contradict each other
     */
    public ExportJob job(ExportFormat chosen, LedgerSettings ledger, Instant now) {
        ZoneId ofLedger = ledger.timezone();
        ZoneId zone = selection.time().zone(ofLedger);
        FormatOptions options = options(zone);
        ExportQuery query =
                new ExportQuery(
                        selection.time().range(ofLedger, now),
                        selection.filters(),
                        asOf.moment(now.atZone(zone), selection.time().startOfWeek()),
                        EntrySpan.ALL,
                        chosen.shape(options));
        String selected =
                "%s in the ledger created at %s"
                        .formatted(selection.words(ofLedger), ledger.created());
        return new ExportJob(selected, chosen, query, options);
    }

    private FormatOptions options(ZoneId zone) {
        List<Dimension> dimensions = by.isEmpty() ? XlsxForm.STANDARD.dimensions() : by;
        return new FormatOptions(
                truncate, focus.form(), new XlsxForm(dimensions, zone), parquet.form());
    }

    /** What to do about an export that needs pruned entries. */
    public static UsageException advice(EntriesPrunedException pruned) {
        return new UsageException(pruned.getMessage() + "; begin at that time or later (--since)");
    }
}
