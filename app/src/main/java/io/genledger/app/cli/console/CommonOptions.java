package io.genledger.app.cli.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. Picocli fills them in before a command runs. */
public final class CommonOptions {

    @Option(
            names = "--db",
            paramLabel = "URL|FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Ledger to use: a file, or postgresql://[USER@]HOST[:PORT]/DATABASE (password:"
                            + " $$PGPASSWORD). Default: $$GENLEDGER_DB, else"
                            + " genledger/ledger.db in $$XDG_DATA_HOME or ~/.local/share.")
    private @Nullable String db;

    @Option(
            names = {"-j", "--json"},
            scope = ScopeType.INHERIT,
            defaultValue = "false",
            description = "Print one JSON value, with money as plain decimal strings.")
    private boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Use of colours: ${COMPLETION-CANDIDATES}. Default: auto.")
    private ColorMode color = ColorMode.auto;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            defaultValue = "false",
            description =
                    "Print stack traces of errors and the logs of libraries on standard error."
                            + " $$GENLEDGER_LOG sets the level: error, warn, info (the default),"
                            + " debug or trace.")
    private boolean verbose;

    /** The ledger that the command line names. */
    public Optional<String> db() {
        return Optional.ofNullable(db);
    }

    boolean json() {
        return json;
    }

    ColorMode color() {
        return color;
    }

    boolean verbose() {
        return verbose;
    }
}
