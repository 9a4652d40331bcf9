package io.genledger.app.cli.export;

import io.genledger.app.cli.console.Console;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.ExportJob;
import io.genledger.app.export.file.Compression;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.option.export.ExportOptions;
import io.genledger.ports.ledger.admin.LedgerSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the file that an export writes. */
final class TargetOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            description = "The file, in place of the argument.")
    private @Nullable String output;

    @Option(names = "--force", description = "Replace a file of that name.")
    private boolean force;

    @Option(
            names = "--since-last",
            paramLabel = "STATE",
            description =
                    "Export what was recorded since the last export with this state file, which the"
                        + " first export creates. A generation that was corrected comes again, with"
                        + " a higher revision.")
    private @Nullable String sinceLast;

    @Mixin private ExportOptions export = new ExportOptions();

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
        export.check(format());
        checkCompression();
        if (sinceLast != null && format() == ExportFormat.XLSX) {
            throw new UsageException(
                    "--since-last cannot be combined with --format xlsx, whose sums do not continue"
                            + " each other");
        }
        if (export.parquet().isPartitioned() && (force || sinceLast != null || file().isEmpty())) {
            throw new UsageException(
                    "--partition needs a new folder, and cannot be combined with --force,"
                            + " --since-last or -");
        }
        if (export.focus().isSplit() && sinceLast != null) {
            throw new UsageException(
                    "--max-rows and --since-last cannot be combined: the state names one file");
        }
        if (export.focus().isSplit() && file().isEmpty()) {
            throw new UsageException("--max-rows needs a file: standard output is one");
        }
        if (file().isEmpty() && force) {
            throw new UsageException("--force cannot be combined with -, which replaces no file");
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

    /** Their readers look for the beginning of their own format. */
    private void checkCompression() {
        Compression stated = Compression.ofFile(name());
        if (stated != Compression.NONE && !format().isText()) {
            throw new UsageException(
                    "%s: a file of --format %s is compressed in itself, and what reads it does not"
                                    .formatted(name(), format().label())
                            + " open it compressed again: name it "
                            + stated.without(name()));
        }
    }

    private String name() {
        String name = output == null ? argument : output;
        if (name == null || name.isEmpty()) {
            throw new UsageException("no file: name a new one, or - for standard output");
        }
        return name;
    }

    /** The file; empty for standard output. */
    Optional<Path> file() {
        return name().equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(path(name()));
    }

    /** The format that is named, or stated by the name of the file. */
    ExportFormat format() {
        return export.format()
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

    /**
     * The export that the options ask for.
     *
     * @throws UsageException if the options contradict each other
     */
    ExportJob job(LedgerSettings ledger, Instant now) {
        ExportJob job = export.job(format(), ledger, now);
        if (sinceLast != null && job.query().asOf().isPresent()) {
            throw new UsageException(
                    "--since-last and --as-of cannot be combined: the next export would continue"
                            + " at an earlier moment");
        }
        return job;
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
