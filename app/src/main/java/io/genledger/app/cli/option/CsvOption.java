package io.genledger.app.cli.option;

import io.genledger.app.cli.console.Console;
import io.genledger.app.csv.Csv;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that prints rows as CSV instead of a table. */
public final class CsvOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--csv",
            arity = "0..1",
            fallbackValue = "plain",
            paramLabel = "FORM",
            converter = WordConverter.OfCsvForm.class,
            completionCandidates = WordConverter.OfCsvForm.class,
            description =
                    "Print CSV: plain (the default) with commas, or excel with semicolons, decimal"
                            + " commas and a byte order mark.")
    private Csv.@Nullable Form csv;

    /** The form of CSV; empty without the option. */
    public Optional<Csv.Form> form() {
        return Optional.ofNullable(csv);
    }

    /**
     * Checks that one format is asked for.
     *
     * @throws UsageException if JSON is to be printed, too
     */
    public void check(Console console) {
        if (csv != null && console.printsJson()) {
            throw new UsageException("--csv and --json cannot be combined");
        }
    }

    /** Whether rows are printed as a table. */
    public boolean isTable(Console console) {
        return csv == null && !console.printsJson();
    }

    /**
     * Whether an option that cuts or rounds rows is in force. CSV and JSON, which programs read,
     * are cut and rounded only by what was typed, and not by a config file elsewhere.
     */
    public boolean isInForce(String option, Console console) {
        return isTable(console)
                || (command != null
                        && command.commandLine().getParseResult().hasMatchedOption(option));
    }
}
