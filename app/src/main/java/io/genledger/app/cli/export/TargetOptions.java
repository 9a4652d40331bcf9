package io.genledger.app.cli.export;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.FormatOptions;
import io.genledger.app.export.xlsx.XlsxForm;
import io.genledger.domain.report.Dimension;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the file that an export writes. */
final class TargetOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = WordConverter.OfExportFormat.class,
            completionCandidates = WordConverter.OfExportFormat.class,
            description =
                    "Format: ${COMPLETION-CANDIDATES}. Default: ndjson or csv by the ending of the"
                            + " file's name.")
    private @Nullable ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            description = "The file, in place of the argument.")
    private @Nullable String output;

    @Option(names = "--force", description = "Replace a file of that name.")
    private boolean force;

    @Option(
            names = "--truncate",
            description =
                    "Cut the amounts of activity-csv toward zero to 6 decimals, as OpenRouter does."
                            + " Default: every digit.")
    private boolean truncate;

    @Option(
            names = "--since-last",
            paramLabel = "STATE",
            description =
                    "Export what was recorded since the last export with this state file, which the"
                        + " first export creates. A generation that was corrected comes again, with"
                        + " a higher revision.")
    private @Nullable String sinceLast;

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

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|-",
            description =
                    "New file, which only its owner can read, or - for standard output. It is not"
                            + " overwritten if it exists.")
    private @Nullable String argument;

    /**
     * @throws UsageException if the options contradict each other, or one is missing
     */
    void check(Console console) {
        if (output != null && argument != null) {
            throw new UsageException(
                    "the file is named twice: --output %s and %s".formatted(output, argument));
        }
        if (truncate && format() != ExportFormat.ACTIVITY_CSV) {
            throw new UsageException("--truncate needs --format activity-csv");
        }
        Optional<String> ofFocus = focus.given();
        if (ofFocus.isPresent() && format() != ExportFormat.FOCUS) {
            throw new UsageException(ofFocus.get() + " needs --format focus");
        }
        if (!by.isEmpty() && format() != ExportFormat.XLSX) {
            throw new UsageException("--by needs --format xlsx");
        }
        if (by.stream().anyMatch(Dimension::isTime)) {
            throw new UsageException("--by of xlsx names no times: a sheet is a month");
        }
        if (sinceLast != null && format() == ExportFormat.XLSX) {
            throw new UsageException(
                    "--since-last cannot be combined with --format xlsx, whose sums do not continue"
                            + " each other");
        }
        parquet.check(format(), force, sinceLast != null, file().isEmpty());
        if (focus.isSplit() && sinceLast != null) {
            throw new UsageException(
                    "--max-rows and --since-last cannot be combined: the state names one file");
        }
        if (focus.isSplit() && file().isEmpty()) {
            throw new UsageException("--max-rows needs a file: standard output is one");
        }
        if (file().isEmpty() && sinceLast != null) {
            throw new UsageException(
                    "--since-last needs a file: rows on standard output may be lost");
        }
        if (file().isEmpty() && console.printsJson()) {
            throw new UsageException(
                    "--json cannot be combined with -, to which the rows are printed");
        }
    }

    private String name() {
        if (output == null && argument == null) {
            throw new UsageException("no file: name a new one, or - for standard output");
        }
        return output == null ? String.valueOf(argument) : output;
    }

    /** The file; empty for standard output. */
    Optional<Path> file() {
        return name().equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(path(name()));
    }

    /** The format that is named, or stated by the name of the file. */
    ExportFormat format() {
        return Optional.ofNullable(format)
                .or(() -> ExportFormat.ofFile(name()))
                .orElseThrow(() ->
                        new UsageException(
                                "%s does not say the format: name it with --format %s"
                                        .formatted(
                                                name(),
                                                String.join(
                                                        ", ",
                                                        new WordConverter.OfExportFormat()))));
    }

    /** What the format leaves to the caller. */
    FormatOptions options(ZoneId zone) {
        List<Dimension> dimensions = by.isEmpty() ? XlsxForm.STANDARD.dimensions() : by;
        return new FormatOptions(
                truncate, focus.form(), new XlsxForm(dimensions, zone), parquet.form());
    }

    boolean replaces() {
        return force;
    }

    /** The state of the exports that this one continues; empty if it is a whole one. */
    Optional<Path> stateFile() {
        return Optional.ofNullable(sinceLast).map(TargetOptions::path);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UsageException(name + ": not a file name: " + invalid.getReason());
        }
    }
}
