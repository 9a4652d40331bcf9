package io.genledger.app.cli;

import io.genledger.app.cli.collect.CollectCommand;
import io.genledger.app.cli.config.Settings;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.export.ExportCommand;
import io.genledger.app.cli.ingest.FollowCommand;
import io.genledger.app.cli.ingest.ImportCommand;
import io.genledger.app.cli.ingest.TrackCommand;
import io.genledger.app.cli.inspect.AuditCommand;
import io.genledger.app.cli.inspect.ShowCommand;
import io.genledger.app.cli.inspect.ValuesCommand;
import io.genledger.app.cli.inspect.WhyCommand;
import io.genledger.app.cli.lake.LakeCommand;
import io.genledger.app.cli.maintain.BackupCommand;
import io.genledger.app.cli.maintain.EraseCommand;
import io.genledger.app.cli.maintain.PruneCommand;
import io.genledger.app.cli.maintain.RedecodeCommand;
import io.genledger.app.cli.maintain.VerifyCommand;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.quarantine.QuarantineCommand;
import io.genledger.app.cli.queue.ForgetCommand;
import io.genledger.app.cli.queue.PendingCommand;
import io.genledger.app.cli.queue.RetryCommand;
import io.genledger.app.cli.queue.StatusCommand;
import io.genledger.app.cli.report.DailyCommand;
import io.genledger.app.cli.report.ListCommand;
import io.genledger.app.cli.report.MonthlyCommand;
import io.genledger.app.cli.report.ReportCommand;
import io.genledger.app.cli.report.SessionCommand;
import io.genledger.app.cli.report.WeeklyCommand;
import io.genledger.app.cli.serve.McpCommand;
import io.genledger.app.cli.serve.ServeCommand;
import io.genledger.app.cli.serve.TokenCommand;
import io.genledger.app.cli.simulate.DemoCommand;
import io.genledger.app.cli.simulate.SimulateCommand;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** The registry and factory of commands. The class of a command is loaded when it is used. */
final class Commands implements IFactory {

    /** In the order of the help. */
    static final List<String> NAMES =
            List.of(
                    "track",
                    "collect",
                    "status",
                    "pending",
                    "retry",
                    "forget",
                    "follow",
                    "import",
                    "quarantine",
                    "list",
                    "show",
                    "why",
                    "report",
                    "daily",
                    "weekly",
                    "monthly",
                    "session",
                    "export",
                    "values",
                    "audit",
                    "verify",
                    "redecode",
                    "backup",
                    "prune",
                    "erase",
                    "lake",
                    "config",
                    "serve",
                    "mcp",
                    "token",
                    "simulate",
                    "demo",
                    "completion",
                    "help");

    private final Console console;
    private final Settings settings;
    private final LedgerOpener ledgers;

    Commands(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
        this.ledgers = new LedgerOpener(console, settings);
    }

    static Class<?> named(String name) {
        return switch (name) {
            case "track" -> TrackCommand.class;
            case "collect" -> CollectCommand.class;
            case "status" -> StatusCommand.class;
            case "pending" -> PendingCommand.class;
            case "retry" -> RetryCommand.class;
            case "forget" -> ForgetCommand.class;
            case "follow" -> FollowCommand.class;
            case "import" -> ImportCommand.class;
            case "quarantine" -> QuarantineCommand.class;
            case "list" -> ListCommand.class;
            case "show" -> ShowCommand.class;
            case "why" -> WhyCommand.class;
            case "report" -> ReportCommand.class;
            case "daily" -> DailyCommand.class;
            case "weekly" -> WeeklyCommand.class;
            case "monthly" -> MonthlyCommand.class;
            case "session" -> SessionCommand.class;
            case "export" -> ExportCommand.class;
            case "values" -> ValuesCommand.class;
            case "audit" -> AuditCommand.class;
            case "verify" -> VerifyCommand.class;
            case "redecode" -> RedecodeCommand.class;
            case "backup" -> BackupCommand.class;
            case "prune" -> PruneCommand.class;
            case "erase" -> EraseCommand.class;
            case "lake" -> LakeCommand.class;
            case "config" -> ConfigCommand.class;
            case "serve" -> ServeCommand.class;
            case "mcp" -> McpCommand.class;
            case "token" -> TokenCommand.class;
            case "simulate" -> SimulateCommand.class;
            case "demo" -> DemoCommand.class;
            case "completion" -> CompletionCommand.class;
            case "help" -> HelpCommand.class;
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    /** Passes the console, the settings and the ledger opener to a constructor that names them. */
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] wanted = constructor.getParameterTypes();
            if (wanted.length > 0
                    && Arrays.stream(wanted).allMatch(each -> service(each).isPresent())) {
                return type.cast(
                        constructor.newInstance(
                                Arrays.stream(wanted)
                                        .map(each -> service(each).orElseThrow())
                                        .toArray()));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }

    private Optional<Object> service(Class<?> wanted) {
        return Stream.<Object>of(console, settings, ledgers).filter(wanted::isInstance).findFirst();
    }
}
