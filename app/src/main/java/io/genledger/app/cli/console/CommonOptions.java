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
                    "The ledger: a file, or postgresql://[USER@]HOST[:PORT]/DATABASE (password:"
                            + " $$PGPASSWORD). Default: $$GENLEDGER_DB, else"
                            + " $${XDG_DATA_HOME:-~/.local/share}/genledger/ledger.db.")
    private @Nullable String db;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            defaultValue = "false",
            description = "Print one JSON value, with money as plain decimal strings.")
    private boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colours: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ColorMode color = ColorMode.auto;

    /** The ledger as the user named it on the command line. */
    public Optional<String> db() {
        return Optional.ofNullable(db);
    }

    boolean json() {
        return json;
    }

    ColorMode color() {
        return color;
    }
}
