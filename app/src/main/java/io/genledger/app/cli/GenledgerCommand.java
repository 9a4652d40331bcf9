package io.genledger.app.cli;

import io.genledger.app.Application;
import io.genledger.app.cli.collect.CollectCommand;
import io.genledger.app.cli.console.ColorMode;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.ingest.FollowCommand;
import io.genledger.app.cli.ingest.ImportCommand;
import io.genledger.app.cli.ingest.TrackCommand;
import io.genledger.app.cli.inspect.AuditCommand;
import io.genledger.app.cli.inspect.ShowCommand;
import io.genledger.app.cli.inspect.WhyCommand;
import io.genledger.app.cli.option.LedgerLocation;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.queue.ForgetCommand;
import io.genledger.app.cli.queue.PendingCommand;
import io.genledger.app.cli.queue.RetryCommand;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.report.ReportCommand;
import io.genledger.app.cli.simulate.DemoCommand;
import io.genledger.app.cli.simulate.SimulateCommand;
import io.genledger.domain.generation.GenerationId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The program: what all commands share. */
@Command(
        name = "genledger",
        description = "The ledger that says what an LLM generation on OpenRouter really cost.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            TrackCommand.class,
            CollectCommand.class,
            PendingCommand.class,
            RetryCommand.class,
            ForgetCommand.class,
            FollowCommand.class,
            ImportCommand.class,
            ShowCommand.class,
            WhyCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            SimulateCommand.class,
            DemoCommand.class,
            CompletionCommand.class
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger track gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger collect && genledger report --by day,model",
            "",
            "Exit codes: 0 all good; 1 done, but something was rejected, given up or not found;",
            "2 wrong usage or configuration; 3 refused by OpenRouter; 4 network or ledger"
                    + " unavailable.",
            "The key is read from the variable OPENROUTER_API_KEY, and from nowhere else."
        })
public final class GenledgerCommand implements Callable<Integer> {

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

    @Spec private @Nullable CommandSpec spec;

    private final Console environment;

    GenledgerCommand(Console environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(environment.err());
        }
        return ExitCode.USAGE;
    }

    public Console environment() {
        return environment;
    }

    public boolean printsJson() {
        return json;
    }

    public Style style() {
        return color.styleIn(environment);
    }

    /** The ledger the user named on the command line, if any. */
    public Optional<LedgerOpener> namedLedger() {
        return Optional.ofNullable(db)
                .map(location -> LedgerLocation.of(Optional.of(location), environment));
    }

    /** Opens the user's ledger, and says so when it is a new one. */
    public Application openLedger() {
        LedgerOpener place = ledger();
        Application wiring = place.open(environment.machine());
        if (wiring.isNew()) {
            note("new ledger: " + place);
        }
        return wiring;
    }

    /** The same for a command that runs on, and writes lines for machines where nobody watches. */
    public Application openLedgerToRunOn() {
        if (environment.errIsTerminal()) {
            return openLedger();
        }
        LedgerOpener place = ledger();
        Application wiring = place.open(environment.machine());
        if (wiring.isNew()) {
            String event = "new-ledger ledger=" + LogFmt.quoted(place.toString());
            note(LogFmt.line(environment.clock().instant(), event));
        }
        return wiring;
    }

    /**
     * Opens a ledger that is there already: whoever asks about one that is not has misspelt it, and
     * shall not be told that all is well.
     */
    public Application openExistingLedger() {
        return ledger().openExisting(environment.machine());
    }

    private LedgerOpener ledger() {
        return LedgerLocation.of(Optional.ofNullable(db), environment);
    }

    /** Data, for standard output. */
    public void print(String text) {
        environment.out().println(text);
    }

    /** Data, for machines. */
    public void print(JsonNode value) {
        environment.out().println(JsonText.of(value));
    }

    /** Anything that is not data, for standard error. */
    public void note(String text) {
        environment.err().println(text);
    }

    /** That the ledger has nothing to say about {@code id}. */
    public void noteNotHeld(GenerationId id) {
        note("genledger: the ledger does not hold " + id + "; track it, then collect");
    }

    /** A hint that names the program as the user called it. */
    public String program() {
        return environment.program();
    }

    /** The command line around this command, to describe itself. */
    CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("a command is used through its command line");
        }
        return spec.commandLine();
    }
}
